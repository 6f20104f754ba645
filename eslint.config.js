import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.test-build/', 'coverage/', 'data/', 'templates/assets/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowAny: false },
      ],
      // Frameworks declare their options as classes and take plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `-amount` on a branded bigint is meant; the rule knows only plain number and bigint.
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
    },
  },
  {
    // How long something takes is measured by bench/; a test must hold on any machine.
    files: ['test/**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'performance', property: 'now', message: 'Measure in bench/.' },
        { object: 'Date', property: 'now', message: 'Measure in bench/.' },
      ],
    },
  },
  {
    // A page comes in its own time: what is read of it at once may still be the page before.
    files: ['test/browser/**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'AwaitExpression > CallExpression > MemberExpression[property.name=/^(isVisible|isHidden|isChecked|isEnabled|isDisabled|isEditable|count|inputValue|innerText|innerHTML|textContent|allInnerTexts|allTextContents|getAttribute|title|content|waitForTimeout)$/]',
          'CallExpression[callee.name="expect"] > AwaitExpression.arguments > CallExpression:not([callee.name=/^(flaws|flawsOnPhone|flawsOf|barriers|scrollsSideways)$/])',
          'CallExpression[callee.name="expect"] > CallExpression > MemberExpression[property.name="url"]',
        ].map((selector) => ({
          selector,
          message: 'Wait for what the page is to show: test/browser/reading.ts.',
        })),
        {
          selector: 'CallExpression > MemberExpression[property.name="setDefaultTimeout"]',
          message: 'How long a step may take on a slow machine stands in test/browser/browser.ts.',
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
);
