import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import type { Instant } from '../../../domain/calendar/instant.js';
import {
  COUNTERSIGNATURES,
  type Countersigning,
  type OpenCountersigning,
} from '../../../ledger/countersigning.queries.js';
import { isOffBalance } from '../../../ledger/chart.js';
import type { JournalEntry } from '../../../ledger/ledger.types.js';
import { cents, sumCents } from '../../../domain/money/cents.js';
import type { MetaView } from '../../components/parts.js';
import { cell, moneyCell, row, type TableView } from '../../components/table.js';
import type { NameOf } from '../../four-eyes/person-names.js';
import type { RefusalView } from '../../forms/refused.js';
import { momentText } from '../../messages/moment-text.js';
import { paths } from '../../paths.js';
import { numberText } from '../entry-card.view.js';
import { missingText } from '../ledger.words.js';

/** "Gegenzeichnung": who stands up for an entry by hand, and the button for who may. */
export interface CountersigningView {
  readonly facts: readonly MetaView[];
  /** What is missing, or that nothing is. */
  readonly note: string;
  readonly isOpen: boolean;
  /** Where the form is sent; '' where whoever looks may not, or need not. */
  readonly action: string;
  readonly key: string;
  readonly refusal: RefusalView | undefined;
}

/** Who looks at the page. */
export interface Looking {
  readonly ref: string;
  /** By the table of rights. */
  readonly may: boolean;
  readonly nameOf: NameOf;
  readonly key: string;
  readonly refusal?: RefusalView | undefined;
}

export function countersigningView(
  entry: Pick<JournalEntry, 'id' | 'actors' | 'commandKey'>,
  { given, missing }: Countersigning,
  { ref, may, nameOf, key, refusal }: Looking,
): CountersigningView {
  const isOwn = Object.values(entry.actors).includes(ref);
  const isDone = given.some(({ actor }) => actor === ref);
  const isOpen = missing > 0;
  return {
    facts: [
      ...given.map(({ actor, actingFor, at }, index) => ({
        label: `${index + 1}. Gegenzeichnung`,
        value: cell(nameOf(actor), { sub: signedText(at, actingFor, nameOf) }),
      })),
      ...Array.from({ length: missing }, (_, index) => ({
        label: `${given.length + index + 1}. Gegenzeichnung`,
        value: cell('fehlt noch'),
      })),
    ],
    note: noteOf(entry, { isOpen, isOwn, isDone, may }),
    isOpen,
    action: isOpen && may && !isOwn && !isDone ? paths.countersign(entry.id) : '',
    key,
    refusal,
  };
}

function signedText(at: Instant, actingFor: string | undefined, nameOf: NameOf): string {
  const when = momentText(at);
  return actingFor === undefined ? when : `${when}, in Vertretung von ${nameOf(actingFor)}`;
}

interface Situation {
  readonly isOpen: boolean;
  readonly isOwn: boolean;
  readonly isDone: boolean;
  readonly may: boolean;
}

function noteOf({ actors }: Pick<JournalEntry, 'actors'>, situation: Situation): string {
  const { isOpen, isOwn, isDone, may } = situation;
  const whole = 'imported' in actors ? ' Sie gilt für alles, was mit derselben Datei kam.' : '';
  if (!isOpen) return `Zwei Personen der Anordnung stehen für diese Buchung ein.${whole}`;
  if (isOwn) {
    return 'Sie haben diese Buchung selbst erfasst. Gegenzeichnen müssen zwei andere Personen mit der Rolle Anordnung.';
  }
  if (isDone) return 'Sie haben gegengezeichnet. Es fehlt noch eine andere Person der Anordnung.';
  const rule =
    'Was von Hand gebucht ist, geht an allen Vorgängen vorbei. Zwei Personen der Anordnung, die es nicht selbst erfasst haben, prüfen Beleg und Begründung und zeichnen gegen.';
  return may ? `${rule}${whole}` : rule;
}

/** The list of what waits: each leads to its entry, where it is countersigned. */
export function openTable(open: readonly OpenCountersigning[], nameOf: NameOf): TableView {
  return {
    id: 'gegenzeichnen',
    caption: 'Buchungen von Hand, die auf Gegenzeichnung warten',
    columns: [
      { label: 'Buchung' },
      { label: 'Wirksam am', nowrap: true },
      { label: 'Erfasst von' },
      { label: 'Betrag', numeric: true },
      { label: 'Stand' },
    ],
    rows: open.map((each) => openRow(each, nameOf)),
    footer: [],
  };
}

function openRow(
  { entry, entries, given, missing }: OpenCountersigning,
  nameOf: NameOf,
): TableView['rows'][number] {
  const more = entries > 1 ? `mit ${entries - 1} weiteren aus derselben Datei` : entry.text;
  const debit = entry.postings.filter(
    (posting) => posting.cents > 0n && !isOffBalance(posting.account),
  );
  const names = given.map(({ actor }) => nameOf(actor)).join(', ');
  return row([
    cell(numberText(entry), { href: `${paths.entry(entry.id)}#gegenzeichnung`, sub: more }),
    cell(formatGermanDay(entry.effectiveOn)),
    cell(nameOf(entry.actors['imported'] ?? entry.actors['entered'] ?? '')),
    moneyCell(cents(sumCents(debit.map((posting) => posting.cents)))),
    {
      text: '',
      badge: {
        tone: missing === COUNTERSIGNATURES ? 'warning' : 'info',
        text: missingText(missing),
      },
      ...(names !== '' && { sub: `gegengezeichnet: ${names}` }),
    },
  ]);
}
