import type { Calculations } from '../../calculations/calculations.js';
import type { DayCount } from '../../domain/interest/day-count.js';
import type { Interest } from '../../domain/interest/interest.js';
import { INTEREST_BASES } from '../../domain/interest/rates.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { Fraction } from '../../domain/money/fraction.js';
import type { PageQuery } from '../as-of/as-of.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import { BLANK, cell, moneyCell, row, type TableView } from '../components/table.js';
import { computeForm, readForm, type FormValues } from '../forms/form.js';
import { readChoice, readDay, readDecimal, readEuro } from '../forms/read.js';
import { periodText, quantityText } from '../messages/quantity-text.js';
import { dayCountNames, interestBasisNames } from '../messages/terms.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';
import { renderCalculator, type ResultView } from './calculator.view.js';

const DAY_COUNTS = ['act/act', 'act/365', 'thirty-360'] as const satisfies readonly DayCount[];

const FIELDS = {
  principal: {
    kind: 'money',
    name: 'betrag',
    label: 'Betrag, der verzinst wird',
    hint: 'Zum Beispiel 12.345,67',
    read: readEuro,
    pointer: '/principal',
  },
  from: {
    kind: 'day',
    name: 'von',
    label: 'Erster Zinstag',
    hint: 'Dieser Tag zählt mit',
    read: readDay,
    pointer: '/from',
  },
  to: {
    kind: 'day',
    name: 'bis',
    label: 'Letzter Zinstag',
    hint: 'Meist der Tag der Gutschrift; er zählt mit',
    read: readDay,
    pointer: '/to',
  },
  basis: {
    kind: 'select',
    name: 'grundlage',
    label: 'Rechtsgrundlage',
    choices: INTEREST_BASES.map((value) => ({ value, label: interestBasisNames[value] })),
    read: (text: string) => readChoice(text, INTEREST_BASES),
    pointer: '/basis',
  },
  margin: {
    kind: 'short',
    name: 'aufschlag',
    label: 'Vereinbarter Aufschlag in Punkten',
    hint: 'Nur wenn er im Vertrag steht, zum Beispiel 3,00',
    optional: true,
    read: readDecimal,
    pointer: '/margin',
  },
  dayCount: {
    kind: 'select',
    name: 'zinstage',
    label: 'Zählung der Tage',
    choices: DAY_COUNTS.map((value) => ({ value, label: dayCountNames[value] })),
    read: (text: string) => readChoice(text, DAY_COUNTS),
    pointer: '/dayCount',
  },
} as const;

/** "Zins": interest above the base rate, with the table that a letter prints. */
export function renderInterestCalculator(
  pages: Pages,
  calculations: Calculations,
  query: PageQuery,
): string {
  const form = readForm(FIELDS, query);
  const { fields, result } = computeForm(FIELDS, form, (values) => resultOf(values, calculations));
  return renderCalculator(pages, {
    title: 'Zinsen berechnen',
    subline: 'Zinsen über dem Basiszinssatz',
    path: paths.interestCalculator,
    fresh: !form.sent,
    fields,
    result,
    example:
      'betrag=12.345,67&von=01.02.2023&bis=15.11.2024&grundlage=vwvfg-49a-nrw&zinstage=act/act',
    rule: [
      'Der Basiszinssatz (§ 247 BGB) ändert sich am 1. Januar und 1. Juli. Für Tage ohne veröffentlichten Satz wird nicht gerechnet.',
      '§ 49a Abs. 3 VwVfG NRW: 5 Punkte bis 04.05.2023, 3 Punkte ab 05.05.2023.',
      '§ 29 Abs. 5 HHG NRW und § 288 Abs. 1 BGB: 5 Punkte.',
      'Keine Zinseszinsen. Gerundet wird einmal, am Ende; die Abschnitte gehen in der Summe auf.',
    ],
    api: 'POST /api/v1/calculations/interest',
  });
}

function resultOf(values: FormValues<typeof FIELDS>, calculations: Calculations): ResultView {
  const { principal, from, to, basis, dayCount } = values;
  const margin = values.margin as Fraction | undefined;
  const question = { principal, period: { from, to }, basis, dayCount };
  const answer = calculations.interest(
    margin === undefined ? question : { ...question, agreedMargin: margin },
  );
  return {
    label: 'Zinsen',
    figure: formatEuro(answer.amount),
    lines: [
      `${formatEuro(principal)}, ${periodText({ from, to })}`,
      `${interestBasisNames[basis]}, ${dayCountNames[dayCount]}`,
    ],
    tables: [
      { title: 'Zinstabelle', table: segmentTable(answer) },
      {
        title: 'Wie kommt der Betrag zustande?',
        table: calculationSheet('rechenblatt', answer.derivation()),
      },
    ],
  };
}

function segmentTable({ segments, amount }: Interest): TableView {
  const percent = (value: Fraction) => cell(quantityText({ kind: 'percent', value }));
  return {
    id: 'zinstabelle',
    caption: 'Zinsen nach Abschnitten',
    columns: [
      { label: 'Zeitraum' },
      { label: 'Tage', numeric: true },
      { label: 'Basiszinssatz', numeric: true },
      { label: 'Aufschlag', numeric: true },
      { label: 'Zinssatz', numeric: true },
      { label: 'Zinsen', numeric: true },
    ],
    rows: segments.map((segment) =>
      row([
        cell(periodText(segment)),
        cell(segment.days.toString()),
        percent(segment.baseRate),
        percent(segment.margin),
        percent(segment.rate),
        moneyCell(segment.amount),
      ]),
    ),
    footer: [row([cell('Summe'), BLANK, BLANK, BLANK, BLANK, moneyCell(amount)])],
  };
}
