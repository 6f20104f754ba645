import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccessTable } from '../../identity/access/access-table.js';
import { acting } from '../../identity/identity.js';
import { CountersigningQueries } from '../../ledger/countersigning.queries.js';
import type { JournalEntry } from '../../ledger/ledger.types.js';
import { trailLink } from '../audit/trail-link.js';
import type { PageQuery } from '../as-of/as-of.js';
import { PersonNames } from '../four-eyes/person-names.js';
import type { RefusalView } from '../forms/refused.js';
import { paths, routes } from '../paths.js';
import {
  countersigningView,
  type CountersigningView,
} from './countersigning/countersigning.view.js';
import { numberText } from './entry-card.view.js';
import { entryView } from './entry.view.js';
import { LedgerPages } from './ledger-pages.js';
import { entryKindNames } from './ledger.words.js';

const COUNTERSIGN = `POST /${routes.countersign}`;

/** The page of one entry, with its countersignatures where it was entered by hand. */
@Injectable()
export class EntryPages {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly countersigning: CountersigningQueries,
    private readonly names: PersonNames,
    private readonly table: AccessTable,
  ) {}

  /** @param refusal why a countersignature was refused just now */
  async render(entry: JournalEntry, query: PageQuery, refusal?: RefusalView): Promise<string> {
    const open = await this.ledger.open(query);
    const head = {
      title: `Buchung ${numberText(entry)}`,
      subline: entryKindNames[entry.kind],
      area: paths.journal,
      back: { href: open.link(paths.journal), label: 'Zum Buch' },
      links: [trailLink('ledger-entry', entry.id)],
    };
    const nameOf = await this.names.all();
    const countersigning = await this.panel(entry, nameOf, refusal);
    const view = entryView(open, entry);
    return open.render('ledger/entry', head, { ...view, countersigning });
  }

  private async panel(
    entry: JournalEntry,
    nameOf: (ref: string) => string,
    refusal?: RefusalView,
  ): Promise<CountersigningView | undefined> {
    const state = await this.countersigning.of(entry);
    if (state === undefined) return undefined;
    const who = acting();
    const may = this.table.may(who, COUNTERSIGN);
    const key = randomUUID();
    return countersigningView(entry, state, { ref: who.ref, may, nameOf, key, refusal });
  }
}
