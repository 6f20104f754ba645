import { randomBytes } from 'node:crypto';

/** Of the tests: with PostgreSQL there is no other place for it. */
export const TEST_SECRETS_KEY = Buffer.alloc(32, 'tests').toString('base64');

export function newSecretsKey(): string {
  return randomBytes(32).toString('base64');
}
