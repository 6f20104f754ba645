import type { Calculations } from '../../calculations/calculations.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { toText } from '../../domain/money/fraction.js';
import { PRORATION_CONVENTIONS } from '../../domain/proration/conventions.js';
import type { Entitlement } from '../../domain/proration/entitlement.js';
import { formatFte } from '../../domain/proration/fte.js';
import type { PageQuery } from '../as-of/as-of.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import { cell, moneyCell, row, type TableView } from '../components/table.js';
import { computeForm, readForm, type FormValues } from '../forms/form.js';
import { readChoice, readDay, readEuro, readFte } from '../forms/read.js';
import { periodText } from '../messages/quantity-text.js';
import { conventionHints, conventionNames } from '../messages/terms.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';
import { renderCalculator, type ResultView } from './calculator.view.js';

const FIELDS = {
  annualRate: {
    kind: 'money',
    name: 'satz',
    label: 'Betrag für eine volle Stelle im Jahr',
    hint: 'Zum Beispiel 57.000,00',
    read: readEuro,
    pointer: '/annualRate',
  },
  fte: {
    kind: 'short',
    name: 'vzae',
    label: 'Anteil der Stelle in VzÄ',
    hint: '1,0 ist eine volle Stelle, 0,5 eine halbe',
    read: readFte,
    pointer: '/fte',
  },
  from: {
    kind: 'day',
    name: 'von',
    label: 'Erster Tag',
    hint: 'Zum Beispiel 15.03.2023',
    read: readDay,
    pointer: '/from',
  },
  to: {
    kind: 'day',
    name: 'bis',
    label: 'Letzter Tag',
    hint: 'Dieser Tag zählt mit',
    read: readDay,
    pointer: '/to',
  },
  convention: {
    kind: 'select',
    name: 'verfahren',
    label: 'Anteilsrechnung',
    hint: 'Der Vertrag legt sie fest',
    choices: PRORATION_CONVENTIONS.map((value) => ({ value, label: conventionNames[value] })),
    read: (text: string) => readChoice(text, PRORATION_CONVENTIONS),
    pointer: '/convention',
  },
} as const;

type Values = FormValues<typeof FIELDS>;

/** "Anteil": what a part of a post is worth in a part of the year. */
export function renderShareCalculator(
  pages: Pages,
  calculations: Calculations,
  query: PageQuery,
): string {
  const form = readForm(FIELDS, query);
  const { fields, result } = computeForm(FIELDS, form, (values) => resultOf(values, calculations));
  return renderCalculator(pages, {
    title: 'Anteil berechnen',
    subline: 'Was ein Teil des Jahres und einer Stelle wert ist',
    path: paths.shareCalculator,
    fresh: !form.sent,
    fields,
    result,
    example: 'satz=57.000,00&vzae=0,5&von=15.03.2023&bis=31.12.2023&verfahren=calendar-month',
    rule: PRORATION_CONVENTIONS.map(
      (convention) => `${conventionNames[convention]}: ${conventionHints[convention]}`,
    ),
    api: 'POST /api/v1/calculations/entitlement',
  });
}

function resultOf(values: Values, calculations: Calculations): ResultView {
  const answer = calculations.entitlement(values);
  const { fte, from, to, convention } = values;
  const tables = [
    {
      title: 'Wie kommt der Betrag zustande?',
      table: calculationSheet('rechenblatt', answer.derivation()),
    },
    {
      title: 'So wäre es nach den anderen Verfahren',
      table: comparison(values, calculations),
    },
  ];
  const years = { title: 'Nach Kalenderjahren', table: yearTable(answer) };
  return {
    label: 'Anspruch',
    figure: formatEuro(answer.amount),
    lines: [`${formatFte(fte)} VzÄ, ${periodText({ from, to })}, ${conventionNames[convention]}`],
    tables: answer.byYear.length > 1 ? [years, ...tables] : tables,
  };
}

function yearTable({ byYear, amount }: Entitlement): TableView {
  return {
    id: 'jahre',
    caption: 'Anspruch nach Kalenderjahren',
    columns: [
      { label: 'Jahr' },
      { label: 'Anteil des Jahres', numeric: true },
      { label: 'Betrag', numeric: true },
    ],
    rows: byYear.map((year) =>
      row([cell(year.year.toString()), cell(toText(year.share)), moneyCell(year.amount)]),
    ),
    footer: [row([cell('Summe'), cell(''), moneyCell(amount)])],
  };
}

function comparison(values: Values, calculations: Calculations): TableView {
  return {
    id: 'vergleich',
    caption: 'Die Verfahren im Vergleich',
    columns: [{ label: 'Verfahren' }, { label: 'Betrag', numeric: true }],
    rows: PRORATION_CONVENTIONS.map((convention) => {
      const { amount } = calculations.entitlement({ ...values, convention });
      const chosen = convention === values.convention;
      const name = cell(conventionNames[convention], {
        sub: conventionHints[convention],
        ...(chosen && { badge: { tone: 'plain', text: 'gewählt' } }),
      });
      return row([name, moneyCell(amount)], chosen ? 'strong' : undefined);
    }),
    footer: [],
  };
}
