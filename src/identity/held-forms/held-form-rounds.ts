import { Injectable } from '@nestjs/common';
import { Rounds } from '../../platform/rounds/rounds.js';
import { HeldForms } from './held-forms.js';

const EVERY_MS = 3_600_000;

/** Deletes forms that nobody came back for, when the service starts and every hour: names may stand in them. */
@Injectable()
export class HeldFormRounds extends Rounds {
  constructor(private readonly held: HeldForms) {
    super(EVERY_MS);
  }

  protected work(): Promise<void> {
    return this.held.forgetOld();
  }
}
