import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { formatFte, type Fte } from '../../domain/proration/fte.js';
import type { RecordMark } from '../../platform/database/recorded.js';
import type { Confidence } from '../../programmes/definitions/definition.js';
import type { AsOf } from '../as-of/as-of.js';
import { cell, type CellView } from '../components/table.js';
import type { BookPage } from './book-page.js';
import type { PeopleNames } from './people-names.js';

const NO_BREAK_SPACE = '\u00a0';

/** "4,5 VzÄ" */
export function fteText(share: Fte): string {
  return `${formatFte(share)}${NO_BREAK_SPACE}VzÄ`;
}

/** "ab 01.03.2022" or "01.03.2022 – 31.12.2023". */
export function spellText(from: PlainDate, to: PlainDate | undefined): string {
  return to === undefined
    ? `seit ${formatGermanDay(from)}`
    : `${formatGermanDay(from)} – ${formatGermanDay(to)}`;
}

/** "ein Hinweis", "3 Hinweise". */
export function countText(count: number, one: string, many: string): string {
  return count === 1 ? `1${NO_BREAK_SPACE}${one}` : `${count}${NO_BREAK_SPACE}${many}`;
}

/** For a list of posts: a partner for measures only has none. */
export function noPostText({ asOf, facts }: Pick<BookPage, 'asOf' | 'facts'>): string {
  return facts.partner === undefined || asOf.knownOn !== undefined
    ? emptyText(asOf, 'keine Stelle')
    : 'Ihre Organisation hat keine geförderte Stelle. Neue Stellen legt die Sachbearbeitung an.';
}

/** Why a page has nothing to show: nothing was known on the day that is asked about, or yet. */
export function emptyText({ knownOn }: Pick<AsOf, 'knownOn'>, none: string): string {
  return knownOn === undefined
    ? `Es steht noch ${none} im Buch.`
    : `Am ${formatGermanDay(knownOn)} stand noch ${none} im Buch. Mit „ändern“ kommen Sie zurück zu heute.`;
}

/** When the book last learned something of a fact, and from whom. */
export function recordedCell(
  { people }: { readonly people: PeopleNames },
  { recordedAt, recordedBy }: Omit<RecordMark, 'revision'>,
): CellView {
  const day = formatGermanDay(dayInGermany(recordedAt));
  return cell(day, { sub: `von ${people.after(recordedBy)}` });
}

export const confidenceNames: Readonly<Record<Confidence, string>> = {
  confirmed: 'belegt',
  assumed: 'angenommen',
  unconfirmed: 'nicht bestätigt',
};
