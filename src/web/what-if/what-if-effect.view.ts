import type { LineEffect, WhatIf, YearEffects } from '../../amendments/amendments.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatFte } from '../../domain/proration/fte.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import type { NoteView, TileView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { signedEuro } from '../notices/changed-cell.js';
import { paths } from '../paths.js';
import { contractTable } from './amended-contracts.view.js';
import {
  figureCells,
  figureColumns,
  hasChanged,
  noticeLineSums,
  partnerSums,
  shortageTexts,
} from './what-if-sums.view.js';

/** What the moves would do to all sums, and to which contracts. */
export interface WhatIfEffectView {
  readonly tiles: readonly TileView[];
  readonly notes: readonly NoteView[];
  readonly years: readonly WhatIfYearView[];
  readonly contracts: TableView;
}

export interface WhatIfYearView {
  readonly title: string;
  readonly partners: TableView;
  readonly lines: TableView;
  readonly noticeLines: TableView;
  /** How each new figure comes about, folded away. */
  readonly sheets: readonly { readonly title: string; readonly table: TableView }[];
}

export function whatIfEffect(page: BookPage, picture: WhatIf): WhatIfEffectView {
  const years = picture.effects.years.filter(({ lines }) => lines.some(hasChanged));
  return {
    tiles: tilesOf(picture, years),
    notes: notesOf(page, picture, years),
    years: years.map((year) => yearView(page, year, picture)),
    contracts: contractTable(page, picture),
  };
}

function tilesOf(
  { contracts, effects, fits }: WhatIf,
  years: readonly YearEffects[],
): readonly TileView[] {
  return [
    {
      label: 'Bescheide',
      figure: fits ? 'passt' : 'passt nicht',
      lines: [fits ? 'keine Bescheidzeile wird überbucht' : 'mehr vergeben als bewilligt'],
      tone: fits ? '' : 'danger',
    },
    {
      label: 'Verträge',
      figure: contracts.length.toString(),
      lines: [
        contracts.length === 1 ? 'eine Änderung zu entwerfen' : 'je eine Änderung zu entwerfen',
      ],
      tone: '',
    },
    ...years.map(({ year, total }): TileView => ({
      label: `Anspruch ${year.toString()}, alle zusammen`,
      figure: signedEuro(total.difference.entitledCents),
      lines: [
        `Höchstbetrag ${signedEuro(total.difference.ceilingCents)}`,
        `bis ${formatGermanDay(effects.on)} ${signedEuro(total.difference.toDateCents)}`,
      ],
      tone: '',
    })),
  ];
}

function notesOf(
  page: BookPage,
  { vacantPosts, contracts }: WhatIf,
  years: readonly YearEffects[],
): readonly NoteView[] {
  const short = years.flatMap((year) => shortageTexts(page, year));
  const posts = vacantPosts.map(
    ({ label, plannedFte, vacantFte }) =>
      `Stelle ${label} (${fteText(plannedFte)}) ist zu ${formatFte(vacantFte)} unbesetzt. Beenden oder verkleinern Sie sie, sobald die Änderung wirksam ist.`,
  );
  const pending = contracts
    .filter(({ draftPending }) => draftPending)
    .map(
      ({ title }) =>
        `${title}: Ein Entwurf wartet schon. Schließen Sie ihn zuerst ab, oder verwerfen Sie ihn.`,
    );
  const notes: readonly NoteView[] = [
    { tone: 'danger', texts: [...short, ...pending] },
    { tone: 'warning', texts: posts },
    { tone: '', texts: waitingTexts(years) },
  ];
  return notes.filter(({ texts }) => texts.length > 0);
}

/** More VzÄ yield nothing until somebody fills them. */
function waitingTexts(years: readonly YearEffects[]): readonly string[] {
  const isWaiting = years.some(({ lines }) =>
    lines.some(({ difference }) => difference.fte > 0 && difference.entitledCents === 0n),
  );
  return isWaiting
    ? [
        'Höher wird zunächst der Höchstbetrag. Der Anspruch wächst, sobald der andere Partner eine Stelle dafür hat und sie besetzt.',
      ]
    : [];
}

function yearView(page: BookPage, year: YearEffects, { effects }: WhatIf): WhatIfYearView {
  const lines = year.lines.filter(hasChanged);
  return {
    title: `Wirkung auf die Summen ${year.year.toString()}`,
    partners: partnerSums(page, year, effects.on),
    lines: {
      id: `zeilen-${year.year.toString()}`,
      caption: `Zeilen ${year.year.toString()}, bisher und neu`,
      columns: [{ label: 'Zeile' }, ...figureColumns(effects.on)],
      rows: lines.map((line) => lineRow(page, line)),
      footer: [],
    },
    noticeLines: noticeLineSums(page, year),
    sheets: lines.flatMap((line) => sheetsOf(page, line)),
  };
}

function lineRow(page: BookPage, line: LineEffect) {
  const { names, link, facts } = page;
  const sheet = link(paths.lineSheet(line.contract, line.line, line.year));
  const reference = facts.lines.get(line.line)?.contract.fileReference ?? '';
  const name = cell(`${names.shortParty(line.partner)}: ${line.title}`, {
    href: link(`${paths.contract(line.contract)}#zuweisung`),
    sub: [
      ...[names.component(line.component), reference],
      ...(line.subForwarding ? ['zählt schon in der Zeile darüber'] : []),
    ].join(' · '),
  });
  return row([
    name,
    ...figureCells(line, { explain: { href: sheet, label: 'Rechenblatt bisher' } }),
  ]);
}

function sheetsOf({ names }: BookPage, line: LineEffect): WhatIfYearView['sheets'] {
  const name = `${names.shortParty(line.partner)}: ${line.title}, ${line.year.toString()}`;
  const id = `${line.line}-${line.year.toString()}`;
  const ceiling = calculationSheet(`hoechst-${id}`, line.after.ceilingDerivation());
  const derivation = line.after.derivation();
  return [
    {
      title: `Wie kommt der neue Höchstbetrag zustande? ${name}`,
      table: { ...ceiling, caption: `Rechenblatt Höchstbetrag ${name}` },
    },
    ...(derivation === undefined
      ? []
      : [
          {
            title: `Wie kommt der neue Anspruch zustande? ${name}`,
            table: {
              ...calculationSheet(`anspruch-${id}`, derivation),
              caption: `Rechenblatt Anspruch ${name}`,
            },
          },
        ]),
  ];
}
