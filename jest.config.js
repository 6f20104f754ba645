/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/.test-build'],
  testRegex: '\\.spec\\.js$',
  transform: {},
  maxWorkers: '100%',
  workerIdleMemoryLimit: '512MB',
  coverageProvider: 'v8',
  globalSetup: '<rootDir>/.test-build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/.test-build/test/support/global-teardown.js',
};
