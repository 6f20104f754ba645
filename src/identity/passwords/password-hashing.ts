import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalPassword, PASSWORD_MOST } from './password.rules.js';

/** argon2id with 19 MiB, two passes, one lane: the least that OWASP recommends for sign-in. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

const HEAD = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** No password of a person is longer, however many bytes its characters take. */
const LENGTH_MOST = PASSWORD_MOST * 4;

/**
 * Hashes passwords and verifies them. Some 20 ms and 19 MiB each, beside the event loop; how often
 * somebody may try is not decided here.
 */
@Injectable()
export class PasswordHashing {
  /** Of no password: made up anew with each start. */
  private readonly hashOfNobody = `${HEAD}${unpadded(randomBytes(16))}$${unpadded(randomBytes(32))}`;

  /** The hash to store, as PHC string with its salt and cost. */
  async hash(password: string): Promise<string> {
    const { hash } = await import('@node-rs/argon2');
    return hash(normalPassword(password), COST);
  }

  /** Whether the password is the one that was hashed. */
  async verify(hash: string, password: string): Promise<boolean> {
    const { verify } = await import('@node-rs/argon2');
    if (password.length > LENGTH_MOST) return this.verifyNobody('');
    return verify(hash, normalPassword(password));
  }

  /** As much work as `verify`, for an account that is not there: nobody learns by time which are. */
  async verifyNobody(password: string): Promise<false> {
    const { verify } = await import('@node-rs/argon2');
    await verify(this.hashOfNobody, normalPassword(password.slice(0, LENGTH_MOST)));
    return false;
  }

  /** Whether the hash was made at another cost than today's: to be made anew at the next sign-in. */
  needsRehash(hash: string): boolean {
    return !hash.startsWith(HEAD);
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
