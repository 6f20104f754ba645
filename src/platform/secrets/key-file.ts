import { randomBytes, type KeyObject } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ConfigError } from '../config/config-error.js';
import { readSecretsKey, SECRETS_KEY_BYTES } from '../config/settings.js';

const OWNER_ONLY = 0o600;

/**
 * The key in the file; undefined: there is no such file.
 *
 * @throws ConfigError in German if the file holds no key or cannot be read
 */
export function readKeyFile(file: string): KeyObject | undefined {
  try {
    return readSecretsKey(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    const reason = error instanceof RangeError ? error.message : 'lässt sich nicht lesen';
    throw new ConfigError([`Schlüsseldatei „${file}“: ${reason}`]);
  }
}

/** The key of a file that is made with it; of two who make it at once, both get the same. */
export function obtainKeyFile(file: string): KeyObject {
  const known = readKeyFile(file);
  if (known !== undefined) return known;
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const text = `${randomBytes(SECRETS_KEY_BYTES).toString('base64')}\n`;
  writeFileSync(draft, text, { mode: OWNER_ONLY, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readKeyFile(file);
  if (made === undefined) throw new Error(`${file} is gone again`);
  return made;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
