/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/.test-build'],
  // Starting the product takes seconds on a busy machine; nothing is measured by this.
  testTimeout: 60_000,
  testRegex: '\\.spec\\.js$',
  transform: {},
  maxWorkers: '100%',
  workerIdleMemoryLimit: '512MB',
  coverageProvider: 'v8',
  globalSetup: '<rootDir>/.test-build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/.test-build/test/support/global-teardown.js',
};
