import type { FollowOn } from '../../amendments/follow-on.queries.js';
import type { ShortageEffect } from '../../amendments/effects.types.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { BookPage } from '../book/book-page.js';
import { countText, fteText } from '../book/words.js';
import type { FieldView } from '../components/field.js';
import { fieldView } from '../components/field.js';
import type { MetaView, NoteView, PaginationView, TileView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { periodText } from '../messages/quantity-text.js';
import { paths } from '../paths.js';
import { changedFte, changedMoney, signedEuro } from './changed-cell.js';
import type { AlertView } from './flow-down.view.js';
import { CHOICE_SHOWN, type FollowOnChoice } from './follow-on-choice.js';
import { contractFollowOnView, type ContractFollowOnView } from './follow-on-contract.view.js';
import { pageOfContracts } from './flow-pages.js';
import { unchangedTable } from './follow-on-rest.view.js';

/** "Übernahme": what goes on under a follow-on notice, with which values, what not, and why. */
export interface FollowOnView {
  readonly alert?: AlertView;
  readonly facts: readonly MetaView[];
  readonly tiles: readonly TileView[];
  readonly notes: readonly NoteView[];
  readonly noticeLines: TableView;
  readonly contracts: readonly ContractFollowOnView[];
  readonly pagination?: PaginationView;
  readonly rest: TableView;
  /** Absent if nothing is left to take over, or the past is shown. */
  readonly step?: TakeOverStep;
  readonly empty: string;
}

interface TakeOverStep {
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly choices: readonly FieldView[];
  readonly reason: FieldView;
}

export interface FollowOnScopeView {
  /** Of the command behind the button. */
  readonly key: string;
  readonly reason: string;
  readonly choice: FollowOnChoice;
  /** Counted from 1. */
  readonly pageNumber: number;
  readonly alert?: AlertView;
}

export function followOnView(
  page: BookPage,
  picture: FollowOn,
  scope: FollowOnScopeView,
): FollowOnView {
  const step = stepOf(page, picture, scope);
  const { alert, pageNumber } = scope;
  const { shown, pagination } = pageOfContracts(picture.contracts, pageNumber, (number) =>
    page.link(`${paths.followOn(picture.notice)}?seite=${number.toString()}`),
  );
  return {
    ...(alert && { alert }),
    facts: factsOf(page, picture),
    tiles: tilesOf(picture),
    notes: fitNotes(page, picture),
    noticeLines: noticeLinesTable(page, picture),
    contracts: shown.map((each) => contractFollowOnView(page, each, picture.effects)),
    ...(pagination && { pagination }),
    rest: unchangedTable(page, picture),
    ...(step && { step }),
    empty: picture.contracts.length === 0 ? 'Kein Vertrag wird aus dem Vorgänger bezahlt.' : '',
  };
}

function factsOf({ facts, link }: BookPage, picture: FollowOn): readonly MetaView[] {
  const before = facts.notices.find(({ id }) => id === picture.follows);
  const followed = cell(before?.title ?? picture.follows, {
    href: link(paths.notice(picture.follows)),
  });
  return [
    { label: 'Folgt auf', value: followed },
    { label: 'Zeitraum', value: cell(periodText(picture.period)) },
  ];
}

function tilesOf({ contracts, positions, effects }: FollowOn): readonly TileView[] {
  const open = contracts.filter(({ state }) => state === 'open').length;
  const posts = positions.filter(({ state }) => state === 'open');
  const occupancies = posts.flatMap((post) => post.occupancies).length;
  return [
    {
      label: 'Verträge',
      figure: contracts.length.toString(),
      lines: [open === 0 ? 'keiner mehr offen' : `${open.toString()} gehen jetzt weiter`],
      tone: '',
    },
    {
      label: 'Stellen',
      figure: posts.length.toString(),
      lines: [countText(occupancies, 'Besetzung geht mit', 'Besetzungen gehen mit')],
      tone: '',
    },
    ...effects.years.map(({ year, total }) => ({
      label: `Ansprüche ${year.toString()}`,
      figure: signedEuro(total.difference.entitledCents),
      lines: [`Höchstbetrag ${signedEuro(total.difference.ceilingCents)}`],
      tone: '' as const,
    })),
  ];
}

/** R1: what would not fit; the book refuses to take it over so. */
function fitNotes({ names, facts }: BookPage, { fits, effects }: FollowOn): readonly NoteView[] {
  if (fits) return [];
  const texts = effects.years.flatMap(({ holders }) =>
    holders.flatMap(({ kind, id, after }) => {
      const line = kind === 'notice-line' ? facts.noticeLines.get(id)?.line : undefined;
      const where =
        line === undefined
          ? `Zeile „${id}“`
          : `${names.component(line.component)}, ${line.year.toString()}`;
      return after.shortages.map((shortage) => `${where}: ${missingText(shortage)}`);
    }),
  );
  const advice =
    'Lassen Sie Verträge oder Stellen weg, bis es passt, oder ändern Sie zuerst deren Stellenanteile (Regel R1).';
  return [{ tone: 'danger', texts: [...texts, advice] }];
}

function missingText(shortage: ShortageEffect): string {
  const { from, to } = shortage.period;
  const missing =
    shortage.measure === 'fte' ? fteText(shortage.missingFte) : formatEuro(shortage.missingCents);
  return `Vom ${formatGermanDay(from)} bis ${formatGermanDay(to)} fehlen ${missing}.`;
}

function noticeLinesTable({ names }: BookPage, { noticeLines }: FollowOn): TableView {
  return {
    id: 'bescheidzeilen',
    caption: 'Zeilen des Vorgängers und des Anschlussbescheids',
    columns: [
      { label: 'Baustein' },
      { label: 'Ab' },
      { label: 'VzÄ', numeric: true },
      { label: 'Satz im Jahr', numeric: true },
      { label: 'Bewilligt', numeric: true },
    ],
    rows: noticeLines.map(({ component, from, before, after, units, unitsAfter }) => {
      const [change] = units;
      const [rate] = unitsAfter;
      return row([
        cell(names.component(component)),
        cell(formatGermanDay(from)),
        changedFte(before.fte, after.fte),
        change === undefined
          ? cell(rate === undefined || unitsAfter.length > 1 ? '–' : formatEuro(rate))
          : changedMoney(change.beforeCents, change.afterCents),
        changedMoney(before.amountCents, after.amountCents),
      ]);
    }),
    footer: [],
  };
}

function stepOf(
  { asOf }: BookPage,
  { notice }: FollowOn,
  { key, reason, choice }: FollowOnScopeView,
): TakeOverStep | undefined {
  if (choice.fields.length === 0 || asOf.knownOn !== undefined) return undefined;
  return {
    action: paths.followOn(notice),
    hidden: [
      { name: 'schluessel', value: key },
      { name: CHOICE_SHOWN, value: '1' },
    ],
    choices: choice.fields,
    reason: fieldView({
      kind: 'text',
      name: 'grund',
      label: 'Grund der Änderung',
      hint: 'Steht im Verlauf jedes Vertrags und jeder Stelle.',
      value: reason,
    }),
  };
}
