import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Book } from '../../platform/database/book.js';
import { BookOpeners, type BookOpener } from '../../platform/database/book-openers.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Organisations } from '../organisations.js';
import { PasswordHashing } from '../passwords/password-hashing.js';
import { Credentials } from '../sign-in/credentials.js';
import { DEMO_PASSWORD, demoPeople } from './demo-people.rules.js';
import { RecordPersonUseCase, type NewPerson } from './record-person.use-case.js';

/** Who opens an example book. */
export const STARTER = 'system:start';

/** "Demo-Konten": an example book has one per role and partner, whoever opens it. */
@Injectable()
export class DemoAccounts implements BookOpener {
  readonly when = 'after-files';
  /** Of the one password that they all have; made when the first account needs it. */
  private passwordHash: string | undefined;

  constructor(
    openers: BookOpeners,
    private readonly book: Book,
    private readonly organisations: Organisations,
    private readonly recording: RecordPersonUseCase,
    private readonly hashing: PasswordHashing,
    private readonly credentials: Credentials,
  ) {
    openers.register(this);
  }

  /** Hashes the password where accounts are missing: inside the transaction nothing else is waited for. */
  async isDue(source: Pick<Reader, 'all'> | Tx): Promise<boolean> {
    const isDue = (await this.missing(source)).length > 0;
    if (isDue) this.passwordHash ??= await this.hashing.hash(DEMO_PASSWORD);
    return isDue;
  }

  async open(tx: Tx): Promise<void> {
    const { passwordHash } = this;
    assert(passwordHash !== undefined, 'whoever opens has asked whether it is due');
    for (const person of await this.missing(tx)) {
      const change = { by: STARTER, reason: 'Demo-Konto', key: `demo:${person.mail}` };
      const id = await this.recording.record(tx, change, person);
      await this.credentials.keep(tx, id, passwordHash);
    }
  }

  private async missing(source: Pick<Reader, 'all'>): Promise<readonly NewPerson[]> {
    if (this.book.kind !== 'example') return [];
    const known = await source.all<{ mail: string }>('select mail from person_profile');
    const mails = new Set(known.map(({ mail }) => mail));
    const wanted = demoPeople(await this.organisations.all(source));
    return wanted.filter(({ mail }) => !mails.has(mail));
  }
}
