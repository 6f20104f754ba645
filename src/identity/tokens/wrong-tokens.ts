import { Injectable } from '@nestjs/common';
import { AttemptLimits, type Attempted } from '../attempts/attempt-limits.js';
import { networkOf } from '../attempts/attempt-limits.rules.js';
import { TooManyAttempts } from '../identity.errors.js';

/**
 * How often an address came with a key that is good for nothing. A key cannot be guessed; this
 * keeps a program that has gone astray from asking the book forever. Counted in the database, for
 * all instances; whoever comes with a right key is not counted.
 */
@Injectable()
export class WrongTokens {
  constructor(private readonly limits: AttemptLimits) {}

  /** Whether the address has to wait until a minute is over, whatever it brings. */
  isBlocked(address: string): Promise<boolean> {
    return this.limits.isBlocked(attempted(address));
  }

  async note(address: string): Promise<void> {
    try {
      await this.limits.count(attempted(address));
    } catch (error) {
      if (!(error instanceof TooManyAttempts)) throw error; // others were faster
    }
  }
}

function attempted(address: string): Attempted {
  return { kind: 'token-address', of: networkOf(address) };
}
