import type {
  FlowDownPicture,
  ContractFlow,
  NoticeLineFlow,
  ShortageEffect,
} from '../../amendments/flow-down.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { BookPage } from '../book/book-page.js';
import { countText, fteText } from '../book/words.js';
import type { MetaView, NoteView, PaginationView, TileView } from '../components/parts.js';
import { cell, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { signedEuro } from './changed-cell.js';
import { contractFlowView, touchedText, type ContractFlowView } from './contract-flow.view.js';
import { noticeLineFlowTable, ownPostNotes, ownPostTable } from './flow-down-tables.view.js';
import { pageOfContracts } from './flow-pages.js';
import { ownPostSheets, type FlowSheet } from './flow-sheets.view.js';

/** "Weitergabe": what a changed notice means for each contract, line and post below it (R10). */
export interface FlowDownView {
  readonly facts: readonly MetaView[];
  readonly tiles: readonly TileView[];
  readonly notes: readonly NoteView[];
  readonly noticeLines: TableView;
  readonly contracts: readonly ContractFlowView[];
  /** Where one is among many contracts; absent where all are shown. */
  readonly pagination?: PaginationView;
  readonly ownPosts: OwnPostsView;
  /** Said once, after all was drafted, or where a rule said no. */
  readonly alert?: AlertView;
  /** '' if the notice reaches some contract. */
  readonly empty: string;
  /** The one step that is left; absent if every contract has followed, or the past is shown. */
  readonly step?: DraftingStep;
}

interface OwnPostsView {
  readonly table: TableView;
  readonly notes: readonly NoteView[];
  readonly sheets: readonly FlowSheet[];
}

export interface AlertView {
  readonly tone: 'success' | 'danger';
  readonly role: 'alert' | 'status';
  readonly title: string;
  readonly texts: readonly string[];
}

export interface DraftingStep {
  readonly action: string;
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

/** What a page of contracts is made with. */
export interface FlowDownScope {
  /** Of the command behind the button. */
  readonly key: string;
  /** Counted from 1; beyond the last: the last. */
  readonly pageNumber: number;
  readonly alert?: AlertView;
}

export function flowDownView(
  page: BookPage,
  picture: FlowDownPicture,
  { key, pageNumber, alert }: FlowDownScope,
): FlowDownView {
  const step = stepOf(page, picture, key);
  const { shown, pagination } = pageOfContracts(picture.contracts, pageNumber, (number) =>
    page.link(`${paths.flowDown(picture.notice)}?seite=${number.toString()}`),
  );
  const nameOf = (id: string): string => page.names.component(id);
  return {
    facts: factsOf(page, picture),
    tiles: tilesOf(picture),
    notes: shortageNotes(picture.noticeLines, nameOf),
    noticeLines: noticeLineFlowTable(picture.noticeLines, nameOf),
    contracts: shown.map((flow) => contractFlowView(page, flow, picture.effects)),
    ...(pagination && { pagination }),
    ownPosts: {
      table: ownPostTable(page, picture),
      notes: ownPostNotes(picture),
      sheets: picture.effects.years.flatMap(({ year, ownPosts }) =>
        ownPosts.flatMap((post) => ownPostSheets(year, post)),
      ),
    },
    empty: picture.contracts.length === 0 ? 'Dieser Änderungsbescheid berührt keinen Vertrag.' : '',
    ...(step && { step }),
    ...(alert && { alert }),
  };
}

function factsOf({ facts, link }: BookPage, picture: FlowDownPicture): readonly MetaView[] {
  const amended = facts.notices.find(({ id }) => id === picture.amends);
  return [
    { label: 'Wirksam ab', value: cell(formatGermanDay(picture.effectiveFrom)) },
    {
      label: 'Ändert',
      value: cell(amended?.title ?? picture.amends, { href: link(paths.notice(picture.amends)) }),
    },
    { label: 'Aktenzeichen', value: cell(picture.reference ?? 'noch ohne') },
    {
      label: 'Bescheid vom',
      value: cell(picture.issuedOn === undefined ? 'offen' : formatGermanDay(picture.issuedOn)),
    },
    { label: 'Unterschied insgesamt', value: cell(signedEuro(picture.effects.differenceCents)) },
    { label: 'Berührt', value: cell(touchedText(picture)) },
  ];
}

function tilesOf({ contracts, effects }: FlowDownPicture): readonly TileView[] {
  const years = effects.years.map(({ year, total }) => ({
    label: `Unterschied ${year.toString()}`,
    figure: signedEuro(total.difference.entitledCents),
    lines: [
      `Höchstbetrag ${signedEuro(total.difference.ceilingCents)}`,
      `bis ${formatGermanDay(effects.on)} ${signedEuro(total.difference.toDateCents)}`,
    ],
    tone: '' as const,
  }));
  const open = contracts.filter(({ state }) => state !== 'effective').length;
  const marked = contracts.filter(({ state }) => state === 'marked').length;
  return [
    {
      label: 'Verträge',
      figure: contracts.length.toString(),
      lines: [
        ...(open === 0 ? ['alle wirksam'] : [`${open.toString()} noch nicht wirksam`]),
        ...(marked === 0 ? [] : [`davon ${marked.toString()} zu entscheiden`]),
      ],
      tone: open === 0 ? '' : 'warning',
    },
    ...years,
  ];
}

/** R1: what is missing on which days, in red; said before an entry and after it. */
export function shortageNotes(
  lines: readonly NoticeLineFlow[],
  nameOf: (component: string) => string,
): readonly NoteView[] {
  return lines.flatMap(({ component, year, now }) =>
    now.shortages.map((shortage) => ({
      tone: 'danger',
      texts: [
        `${nameOf(component)}, ${year.toString()}: ${missingText(shortage)} Bis die Verträge angepasst sind, sind Erhöhungen gesperrt (Regel R1).`,
      ],
    })),
  );
}

function missingText(shortage: ShortageEffect): string {
  const { from, to } = shortage.period;
  const days = `Vom ${formatGermanDay(from)} bis ${formatGermanDay(to)} fehlen`;
  return shortage.measure === 'fte'
    ? `${days} ${fteText(shortage.missingFte)}.`
    : `${days} ${formatEuro(shortage.missingCents)}.`;
}

function stepOf(
  { asOf }: BookPage,
  { notice, contracts }: FlowDownPicture,
  key: string,
): DraftingStep | undefined {
  const open = contracts.filter(({ state }) => state === 'open');
  if (open.length === 0 || asOf.knownOn !== undefined) return undefined;
  return {
    action: paths.flowDown(notice),
    key,
    label: 'Alle Änderungen entwerfen',
    hint: hintOf(open),
  };
}

function hintOf(open: readonly ContractFlow[]): string {
  const own = open.filter(({ kind }) => kind === 'by-notice').length;
  const signed = open.length - own;
  return [
    `Für ${countText(open.length, 'Vertrag', 'Verträge')} entsteht eine neue Fassung.`,
    ...(signed > 0 ? [`${signed.toString()} davon brauchen Unterschriften (Regel R4).`] : []),
    ...(own > 0 ? [`${own.toString()} folgen dem Bescheid ohne Unterschrift (Regel R10).`] : []),
  ].join(' ');
}
