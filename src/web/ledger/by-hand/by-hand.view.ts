import { randomUUID } from 'node:crypto';
import { ACCOUNT_KEYS } from '../../../ledger/chart.js';
import type { JournalEntry } from '../../../ledger/ledger.types.js';
import { sumCents, cents, type Cents } from '../../../domain/money/cents.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import { germanOrder } from '../../../domain/text/german-text.js';
import type { PageQuery } from '../../as-of/as-of.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
  type OptionView,
} from '../../components/field.js';
import type { TableView } from '../../components/table.js';
import { postedKey } from '../../forms/posted.js';
import type { RefusalView } from '../../forms/refused.js';
import type { Pair } from '../../lists/list-state.js';
import { paths } from '../../paths.js';
import { postingsTable } from '../entry-card.view.js';
import type { OpenLedger } from '../ledger-pages.js';
import { sideNames } from '../ledger.words.js';
import { ROWS_MAX, ROW_FIELDS, type RowField, type TypedRow } from './by-hand-rows.js';

/** What the suggestions of a field list; more nobody looks through. */
const SUGGESTED_MOST = 300;

/** "Von Hand buchen": what is typed, and once it is sound what would be entered. */
export interface ByHandView {
  readonly action: string;
  readonly hidden: readonly Pair[];
  readonly errors: ErrorSummaryView | undefined;
  readonly refusal: RefusalView | undefined;
  readonly fields: readonly FieldView[];
  readonly rows: readonly { readonly title: string; readonly fields: readonly FieldView[] }[];
  /** "Soll 100,00 €, Haben 100,00 €" */
  readonly sums: string;
  readonly canAdd: boolean;
  /** Absent until everything is sound. */
  readonly preview: TableView | undefined;
  readonly cancel: string;
}

export function byHandView(
  open: OpenLedger,
  typed: { readonly fields: readonly FieldView[]; readonly rows: readonly TypedRow[] },
  shown: {
    readonly given: PageQuery;
    readonly refusal?: RefusalView | undefined;
    readonly preview?: JournalEntry | undefined;
  },
): ByHandView {
  const rows = typed.rows.map((row) => ({
    title: `${row.number}. Zeile`,
    fields: ROW_FIELDS.map((name) => rowField(open, row, name)),
  }));
  const all = [
    ...typed.fields,
    ...rows.flatMap(({ title, fields }) =>
      fields.map((field) => ({ ...field, label: `${title}, ${field.label}` })),
    ),
  ];
  const key = 'schluessel' in shown.given ? postedKey(shown.given) : randomUUID();
  return {
    action: paths.entryByHand,
    hidden: [{ name: 'schluessel', value: key }],
    errors: errorSummary(all),
    refusal: shown.refusal,
    fields: typed.fields,
    rows,
    sums: sumsText(typed.rows),
    canAdd: rows.length < ROWS_MAX,
    preview: shown.preview && postingsTable(open, shown.preview),
    cancel: paths.journal,
  };
}

function sumsText(rows: readonly TypedRow[]): string {
  const amounts = rows.flatMap(({ posting }) => (posting ? [posting.cents] : []));
  if (amounts.length === 0) return '';
  const side = (isOn: (amount: Cents) => boolean): Cents => sumCents(amounts.filter(isOn));
  const debit = formatEuro(side((amount) => amount > 0n));
  const credit = formatEuro(cents(-side((amount) => amount < 0n)));
  return `${sideNames.debit} ${debit}, ${sideNames.credit} ${credit}`;
}

const LABELS: Readonly<Record<RowField, string>> = {
  konto: 'Konto',
  soll: sideNames.debit,
  haben: sideNames.credit,
  wofuer: 'Wofür',
  jahr: 'Jahr',
};

function rowField(open: OpenLedger, row: TypedRow, field: RowField): FieldView {
  const value = row.texts[field];
  const parts = {
    ...{ name: `${field}${row.number}`, label: LABELS[field], value },
    error: row.errors[field] ?? '',
  };
  switch (field) {
    case 'konto':
      return fieldView({ ...parts, kind: 'select', options: accountOptions(open, value) });
    case 'soll':
    case 'haben':
      return fieldView({ ...parts, kind: 'money' });
    case 'jahr':
      return fieldView({ ...parts, kind: 'short', inputMode: 'numeric' });
    case 'wofuer':
      return fieldView({ ...parts, kind: 'suggest', options: placeOptions(open) });
  }
}

function accountOptions({ names }: OpenLedger, chosen: string): readonly OptionView[] {
  return [
    { value: '', label: 'Bitte wählen', selected: chosen === '' },
    ...ACCOUNT_KEYS.map((value) => ({
      ...{ value, label: names.account(value), selected: value === chosen },
    })),
  ];
}

/** Lines of contracts and notices by their key, with their names. */
function placeOptions({ facts, names }: OpenLedger): readonly OptionView[] {
  const lines = [...facts.lines.keys()].map((id) => ({ id, name: names.line(id).label }));
  const granted = [...facts.noticeLines.keys()].map((id) => ({
    ...{ id, name: names.noticeLine(id).label },
  }));
  if (lines.length + granted.length > SUGGESTED_MOST) return [];
  return [...lines, ...granted]
    .toSorted((a, b) => germanOrder(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name, selected: false }));
}
