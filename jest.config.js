/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/.test-build'],
  // Starting the product takes seconds on a busy machine; nothing is measured by this.
  testTimeout: 60_000,
  testRegex: '\\.spec\\.js$',
  transform: {},
  testSequencer: '<rootDir>/scripts/jest-longest-first.mjs',
  testRunner: '<rootDir>/scripts/jest-native.mjs',
  maxWorkers: '100%',
  workerIdleMemoryLimit: '512MB',
  globalSetup: '<rootDir>/.test-build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/.test-build/test/support/global-teardown.js',
};
