import type { RuleException } from '../../identity/exceptions/exceptions.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import {
  BLANK,
  cell,
  moneyCell,
  row,
  withoutEmptyColumns,
  type RowView,
  type TableView,
} from '../components/table.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import { paths } from '../paths.js';
import type { AuditNames } from './audit-names.js';
import { exceptionWords } from './exceptions.words.js';

/** The exceptions of one kind. */
interface ExceptionGroupView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly table: TableView;
}

/** "Ausnahmen": one list per year. */
export interface ExceptionsView {
  readonly question: {
    readonly action: string;
    readonly search: undefined;
    readonly fields: readonly FieldView[];
    readonly reset: string;
  };
  readonly files: readonly LinkView[];
  /** Each kind that there is, with its count: also those of which there is none. */
  readonly counts: TableView;
  readonly groups: readonly ExceptionGroupView[];
  /** '' if there are some. */
  readonly empty: string;
}

/** What the list is made of. */
export interface ExceptionsParts {
  readonly year: number;
  readonly years: readonly number[];
  readonly mistake: { readonly text: string; readonly error: string } | undefined;
  readonly kinds: readonly string[];
  readonly found: readonly RuleException[];
  readonly names: AuditNames;
}

export function exceptionsView(parts: ExceptionsParts): ExceptionsView {
  const { year, kinds, found } = parts;
  const groups = kinds.flatMap((kind) => {
    const own = found.filter((each) => each.kind === kind);
    return own.length === 0 ? [] : [groupView(kind, own, parts.names)];
  });
  const file = (format: string): string =>
    withQuery(paths.exceptions, [
      { name: 'jahr', value: year.toString() },
      { name: 'format', value: format },
    ]);
  return {
    question: {
      ...{ action: paths.exceptions, search: undefined, reset: '' },
      fields: [yearField(parts)],
    },
    files: [
      { href: file('xlsx'), label: 'Excel-Datei (XLSX)' },
      { href: file('csv'), label: 'CSV-Datei' },
    ],
    counts: countsTable(parts),
    groups,
    empty: groups.length > 0 ? '' : `Für ${year} steht keine Ausnahme im Buch.`,
  };
}

function yearField({ year, years, mistake }: ExceptionsParts): FieldView {
  return fieldView({
    ...{ kind: 'select', id: 'q-jahr', name: 'jahr', label: 'Jahr', error: mistake?.error ?? '' },
    options: years.map((each) => ({
      ...{ value: each.toString(), label: each.toString(), selected: each === year },
    })),
  });
}

function countsTable({ year, kinds, found }: ExceptionsParts): TableView {
  return {
    id: 'arten',
    caption: `Arten von Ausnahmen im Jahr ${year}`,
    columns: [{ label: 'Art' }, { label: 'Anzahl', numeric: true }],
    rows: kinds.map((kind) => {
      const count = found.filter((each) => each.kind === kind).length;
      const href = count === 0 ? {} : { href: `#${groupId(kind)}` };
      return row([cell(exceptionWords(kind).title, href), cell(count.toString())]);
    }),
    footer: [],
  };
}

function groupId(kind: string): string {
  return `art-${kind.replaceAll('.', '-')}`;
}

function groupView(
  kind: string,
  own: readonly RuleException[],
  names: AuditNames,
): ExceptionGroupView {
  const { title, about } = exceptionWords(kind);
  return {
    ...{ id: groupId(kind), title, about },
    table: withoutEmptyColumns({
      id: `${groupId(kind)}-tabelle`,
      caption: title,
      columns: [
        { label: 'Gegenstand' },
        { label: 'Tag', nowrap: true },
        { label: 'Was' },
        { label: 'Wer' },
        { label: 'Zugestimmt' },
        { label: 'Betrag', numeric: true },
        { label: 'Grund' },
      ],
      rows: own.map((each) => exceptionRow(each, names)),
      footer: [],
    }),
  };
}

function exceptionRow(exception: RuleException, names: AuditNames): RowView {
  const { kind, on, by, object, reason, amountCents, facts = {} } = exception;
  const { kind: what, label, href } = names.thing(object);
  const detail = exceptionWords(kind).detail(facts, names);
  return row([
    cell(object.label ?? label, { sub: what, ...(href !== '' && { href }) }),
    on === undefined ? BLANK : cell(formatGermanDay(on)),
    detail === '' ? BLANK : cell(detail),
    by === undefined ? BLANK : cell(names.actor(by).name),
    agreedText(exception, names) === '' ? BLANK : cell(agreedText(exception, names)),
    amountCents === undefined ? BLANK : moneyCell(amountCents),
    reason === '' ? BLANK : cell(reason),
  ]);
}

/** "Ina Bauer; es fehlt 1 Zustimmung" */
export function agreedText(
  { agreedBy = [], agreementsMissing = 0 }: RuleException,
  names: AuditNames,
): string {
  const given = agreedBy.map((ref) => names.actor(ref).name).join(', ');
  if (agreementsMissing === 0) return given;
  const missing =
    agreementsMissing === 1
      ? 'es fehlt 1 Gegenzeichnung'
      : `es fehlen ${agreementsMissing} Gegenzeichnungen`;
  return given === '' ? missing : `${given}; ${missing}`;
}
