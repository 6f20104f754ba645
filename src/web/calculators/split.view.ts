import type { Calculations, Split } from '../../calculations/calculations.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { ZERO_CENTS } from '../../domain/money/cents.js';
import type { Fraction } from '../../domain/money/fraction.js';
import type { PageQuery } from '../as-of/as-of.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import { BLANK, cell, moneyCell, row, type TableView } from '../components/table.js';
import { computeForm, readForm } from '../forms/form.js';
import { readDecimal, readEuro, type Read } from '../forms/read.js';
import { fractionText } from '../messages/quantity-text.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';
import { renderCalculator, type ResultView } from './calculator.view.js';

const FIELDS = {
  total: {
    kind: 'money',
    name: 'summe',
    label: 'Betrag, der aufgeteilt wird',
    hint: 'Zum Beispiel 17.000,00',
    read: readEuro,
    pointer: '/total',
  },
  weights: {
    kind: 'lines',
    name: 'gewichte',
    label: 'Gewichte',
    hint: 'Eine Zahl je Zeile, zum Beispiel die VzÄ der Empfänger',
    read: readWeights,
    pointer: '/weights',
  },
} as const;

/** "Aufteilung": a sum in parts that add up to it, to the cent. */
export function renderSplitCalculator(
  pages: Pages,
  calculations: Calculations,
  query: PageQuery,
): string {
  const form = readForm(FIELDS, query);
  const { fields, result } = computeForm(FIELDS, form, ({ total, weights }) =>
    resultOf(total, weights, calculations.split(total, weights)),
  );
  return renderCalculator(pages, {
    title: 'Betrag aufteilen',
    subline: 'Ein Betrag in Teile, die zusammen wieder den Betrag ergeben',
    path: paths.splitCalculator,
    fresh: !form.sent,
    fields,
    result,
    example: 'summe=100,00&gewichte=1%0A1%0A1',
    rule: [
      'Jeder Teil wird zuerst auf ganze Cent abgerundet.',
      'Die übrigen Cent gehen einzeln an die größten Reste; bei gleichem Rest an den, der weiter oben steht.',
      'So geht kein Cent verloren.',
    ],
    api: 'POST /api/v1/calculations/split',
  });
}

/** Numbers, one a line; empty lines count for nothing. */
function readWeights(text: string): Read<readonly Fraction[]> {
  const lines = text.split(/[\r\n;]+/).map((line) => line.trim());
  const weights: Fraction[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const read = readDecimal(line);
    if (!read.ok) return { ok: false, error: `Zeile ${index + 1}: ${read.error}` };
    weights.push(read.value);
  }
  return { ok: true, value: weights };
}

function resultOf(total: Cents, weights: readonly Fraction[], answer: Split): ResultView {
  return {
    label: `Aufteilung auf ${weights.length} ${weights.length === 1 ? 'Teil' : 'Teile'}`,
    figure: formatEuro(total),
    lines: ['Die Teile ergeben zusammen genau diesen Betrag.'],
    tables: [
      { title: 'Teile', table: shareTable(total, weights, answer) },
      {
        title: 'Wie kommen die Teile zustande?',
        table: calculationSheet('rechenblatt', answer.derivation()),
      },
    ],
  };
}

function shareTable(total: Cents, weights: readonly Fraction[], { shares }: Split): TableView {
  return {
    id: 'teile',
    caption: 'Teile des Betrags',
    columns: [
      { label: 'Teil' },
      { label: 'Gewicht', numeric: true },
      { label: 'Betrag', numeric: true },
    ],
    rows: weights.map((weight, index) =>
      row([
        cell((index + 1).toString()),
        cell(fractionText(weight)),
        moneyCell(shares[index] ?? ZERO_CENTS),
      ]),
    ),
    footer: [row([cell('Summe'), BLANK, moneyCell(total)])],
  };
}
