/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/.test-build'],
  // For what hangs; nothing is measured by this. A busy machine may take ten times as long as ours,
  // so no test sets a shorter time of its own.
  testTimeout: 300_000,
  testRegex: '\\.spec\\.js$',
  transform: {},
  testSequencer: '<rootDir>/scripts/jest-longest-first.mjs',
  testRunner: '<rootDir>/scripts/jest-native.mjs',
  maxWorkers: '100%',
  workerIdleMemoryLimit: '512MB',
  globalSetup: '<rootDir>/.test-build/test/support/global-setup.js',
  globalTeardown: '<rootDir>/.test-build/test/support/global-teardown.js',
};
