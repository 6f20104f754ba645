import { Injectable } from '@nestjs/common';
import { Book } from '../../platform/database/book.js';
import { BookOpeners, type BookOpener } from '../../platform/database/book-openers.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Organisations } from '../organisations.js';
import { demoPeople } from './demo-people.rules.js';
import { RecordPersonUseCase, type NewPerson } from './record-person.use-case.js';

const STARTER = 'system:start';

/** "Demo-Konten": an example book has one per role and partner, whoever opens it. */
@Injectable()
export class DemoAccounts implements BookOpener {
  readonly when = 'after-files';

  constructor(
    openers: BookOpeners,
    private readonly book: Book,
    private readonly organisations: Organisations,
    private readonly recording: RecordPersonUseCase,
  ) {
    openers.register(this);
  }

  async isDue(source: Pick<Reader, 'all'> | Tx): Promise<boolean> {
    return (await this.missing(source)).length > 0;
  }

  async open(tx: Tx): Promise<void> {
    for (const person of await this.missing(tx)) {
      const change = { by: STARTER, reason: 'Demo-Konto', key: `demo:${person.mail}` };
      await this.recording.record(tx, change, person);
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
