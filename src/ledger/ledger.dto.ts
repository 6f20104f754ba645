import { parsePlainDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { parseInstant, parseYear, readLimit } from '../platform/http/book-query.dto.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { isAccountKey, type AccountKey } from './chart.js';
import type { JournalFilter, JournalPaging } from './journal.queries.js';
import type { BalanceFilter } from './ledger.queries.js';
import { ENTRY_KINDS, type Dimensions, type EntryKind } from './ledger.types.js';

/** What a question to the journal or to balances may name; absent: whatever they say. */
class DimensionsQuery {
  @OptionalText('nur dieses Konto', 'cash')
  readonly account?: string;

  @OptionalText('nur dieser Vertrag', 'kim-cities')
  readonly contract?: string;

  @OptionalText('nur diese Zuweisungszeile', 'luenen-kim-2')
  readonly allocationLine?: string;

  @OptionalText('nur dieser Partner', 'luenen')
  readonly partner?: string;

  @OptionalText('nur dieses Förderprogramm', 'kim')
  readonly programme?: string;

  @OptionalText('nur dieser Baustein', 'kim-2')
  readonly component?: string;

  @OptionalText('nur diese Bescheidzeile', 'kim-2-2025')
  readonly noticeLine?: string;

  @OptionalText('nur diese Forderung')
  readonly claim?: string;

  @OptionalText('nur dieses Haushaltsjahr', '2025')
  readonly year?: string;

  @OptionalText(
    'wie bekannt: Zeitpunkt in UTC; ohne Angabe der heutige Wissensstand',
    '2026-03-01T12:00:00.000Z',
  )
  readonly knownAt?: string;

  /** @throws InvalidField at `/account`, `/year` or `/knownAt` */
  protected named(): Dimensions & Pick<BalanceFilter, 'account' | 'knownAt'> {
    const { contract, allocationLine, partner, programme, component, noticeLine, claim } = this;
    const ids = { contract, allocationLine, partner, programme, component, noticeLine, claim };
    return {
      ...onlySaid(ids),
      ...onlySaid({
        account: this.account === undefined ? undefined : readAccount(this.account),
        budgetYear: this.year === undefined ? undefined : parseYear(this.year),
        knownAt: this.knownAt === undefined ? undefined : parseInstant(this.knownAt),
      }),
    };
  }
}

/** Which entries a page of the journal shows. */
export class JournalQuery extends DimensionsQuery {
  @OptionalText('nur diese Art', 'adjustment')
  readonly kind?: string;

  @OptionalText('nur was sich hierauf stützt', 'notice:notice-kim-2-2025')
  readonly subject?: string;

  @OptionalText('wirksam an diesem Tag oder später', '2025-01-01')
  readonly from?: string;

  @OptionalText('wirksam an diesem Tag oder früher', '2026-12-31')
  readonly to?: string;

  @OptionalText('Suche: alle Wörter müssen im Text oder in der Grundlage vorkommen')
  readonly q?: string;

  @OptionalText(
    'Reihenfolge nach dem Platz im Buch: `oldest` (ohne Angabe) oder `newest`',
    'newest',
  )
  readonly order?: string;

  @OptionalText('ab hier weiter: `next` der vorigen Antwort')
  readonly after?: string;

  @OptionalText('höchstens so viele, 1 bis 200', '50')
  readonly limit?: string;

  /** @throws InvalidField at the field */
  filter(): JournalFilter {
    const { subject, from, to } = this;
    if (from !== undefined && to !== undefined && readDay(from, '/from') > readDay(to, '/to')) {
      throw new InvalidField('from-after-to', from, '/from');
    }
    return {
      ...this.named(),
      ...onlySaid({
        subject,
        text: this.q,
        kind: this.kind === undefined ? undefined : readKind(this.kind),
        from: from === undefined ? undefined : readDay(from, '/from'),
        to: to === undefined ? undefined : readDay(to, '/to'),
      }),
    };
  }

  /** @throws InvalidField at `/limit` or `/order` */
  paging(): JournalPaging {
    const { after, order = 'oldest' } = this;
    if (order !== 'oldest' && order !== 'newest') {
      throw new InvalidField('choice', order, '/order');
    }
    return { order, limit: readLimit(this.limit), ...onlySaid({ after }) };
  }
}

/** Which balances are told, and as of when. */
export class BalancesQuery extends DimensionsQuery {
  @OptionalText(
    'Stand: was bis zum Ende dieses Tages wirksam ist; ohne Angabe alles, was gebucht ist',
    '2025-12-31',
  )
  readonly asOf?: string;

  /** @throws InvalidField at the field */
  filter(): BalanceFilter {
    const asOf = this.asOf === undefined ? undefined : readDay(this.asOf, '/asOf');
    return { ...this.named(), ...onlySaid({ asOf }) };
  }
}

function readAccount(text: string): AccountKey {
  if (!isAccountKey(text)) throw new InvalidField('choice', text, '/account');
  return text;
}

function readKind(text: string): EntryKind {
  const kind = ENTRY_KINDS.find((each) => each === text);
  if (kind === undefined) throw new InvalidField('choice', text, '/kind');
  return kind;
}

function readDay(text: string, pointer: string): PlainDate {
  return parsePlainDate(text, pointer);
}

type Said<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function onlySaid<T extends object>(values: T): Said<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Said<T>;
}
