import { Injectable } from '@nestjs/common';
import { Rounds } from '../platform/rounds/rounds.js';
import { SendSealUseCase } from './send-seal.use-case.js';

const EVERY_MS = 15 * 60_000;

/** Sends what is left of seals when the service starts, and every quarter of an hour. */
@Injectable()
export class SealMailRounds extends Rounds {
  constructor(private readonly sending: SendSealUseCase) {
    super(EVERY_MS);
  }

  protected work(): Promise<number> {
    return this.sending.sendOpen();
  }
}
