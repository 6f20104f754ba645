import { formatEuro, isAmount, parseAmount } from '../../../domain/money/amount-text.js';
import { subtractCents, sumCents, ZERO_CENTS, type Cents } from '../../../domain/money/cents.js';
import { fte, type Fte } from '../../../domain/proration/fte.js';
import type { NoticeDefinition } from '../../../programmes/definitions/definition.js';
import { cell, fteCell, moneyCell, row, type CellView } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { linesOf, type WrittenNotice } from './written-notice.js';

/** What is used of a line, whoever grants it now. */
export interface UseOfLine {
  readonly usedCents: Cents;
  readonly usedFte: Fte;
}

/** Beside the fields of a line: whether its terms add up to what the notice grants. */
export function sumPanel(input: WrittenNotice, index: number): FormPanel {
  const line = linesOf(input)[index];
  const sum = sumCents((line?.terms ?? []).map(({ amount }) => readable(amount) ?? ZERO_CENTS));
  const granted = readable(line?.amount);
  const rest = granted === undefined ? undefined : subtractCents(granted, sum);
  return {
    title: 'Summe der Bestandteile',
    facts: [
      { label: 'Bestandteile', value: moneyCell(sum) },
      {
        label: 'Bewilligter Betrag',
        value: granted === undefined ? cell('noch offen') : moneyCell(granted),
      },
    ],
    ...(rest !== undefined && {
      notes: [{ tone: rest === ZERO_CENTS ? '' : 'warning', texts: [restText(rest)] }],
    }),
  };
}

function restText(rest: Cents): string {
  if (rest === ZERO_CENTS) return 'Die Bestandteile ergeben genau den bewilligten Betrag.';
  return rest > ZERO_CENTS
    ? `Es fehlen noch ${formatEuro(rest)} bis zum bewilligten Betrag.`
    : `Die Bestandteile liegen ${formatEuro(subtractCents(ZERO_CENTS, rest))} über dem bewilligten Betrag.`;
}

function readable(amount: string | undefined): Cents | undefined {
  return amount !== undefined && isAmount(amount) ? parseAmount(amount) : undefined;
}

/**
 * Before the entry: what of each line is used already, and what would be missing (R1). A cut is
 * recorded all the same; until the contracts follow, increases are blocked.
 */
export function usePanel(
  notice: NoticeDefinition,
  uses: ReadonlyMap<string, UseOfLine>,
  nameOf: (component: string) => string,
): FormPanel {
  const rows = notice.lines.map((line) => {
    const use = uses.get(line.id) ?? { usedCents: ZERO_CENTS, usedFte: fte(0) };
    const restCents = subtractCents(line.amountCents, use.usedCents);
    const restFte = fte(line.fte - use.usedFte);
    const isShort = restCents < ZERO_CENTS || restFte < 0;
    const cells = [
      cell(`${nameOf(line.component)}, ${line.year.toString()}`, { sub: `Schlüssel ${line.id}` }),
      ...[fteCell(line.fte), moneyCell(line.amountCents)],
      ...[fteCell(use.usedFte), moneyCell(use.usedCents)],
      restCell(restFte, restCents, isShort),
    ];
    return { isShort, row: row(cells, isShort ? 'changed' : undefined) };
  });
  return {
    title: 'Was von jeder Zeile schon vergeben ist',
    ...(rows.some(({ isShort }) => isShort) && { notes: [SHORTAGE] }),
    tables: [
      {
        id: 'vergeben',
        caption: `Zeilen des Bescheids ${notice.id}`,
        columns: [
          { label: 'Zeile' },
          { label: 'VzÄ', numeric: true },
          { label: 'Bewilligt', numeric: true },
          { label: 'Vergebene VzÄ', numeric: true },
          { label: 'Vergeben', numeric: true },
          { label: 'Rest', numeric: true },
        ],
        rows: rows.map((each) => each.row),
        footer: [],
      },
    ],
  };
}

const SHORTAGE = {
  tone: 'danger',
  texts: [
    'Es ist mehr vergeben, als dieser Bescheid bewilligt. Sie können ihn trotzdem eintragen. Bis die Verträge angepasst sind, sind Erhöhungen gesperrt (Regel R1).',
  ],
} as const;

function restCell(restFte: Fte, restCents: Cents, isShort: boolean): CellView {
  const sub = fteCell(restFte).text.replace('-', '−');
  return moneyCell(restCents, {
    sub: `${sub} VzÄ`,
    ...(isShort && { badge: { tone: 'danger', text: 'überbucht' } }),
  });
}
