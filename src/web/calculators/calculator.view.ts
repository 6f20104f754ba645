import { errorSummary, type ErrorSummaryView, type FieldView } from '../components/field.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import type { TableView } from '../components/table.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';

/** What a calculator answers: the figure, what it means, and how it comes about. */
export interface ResultView {
  readonly label: string;
  readonly figure: string;
  readonly lines: readonly string[];
  readonly tables: readonly { readonly title: string; readonly table: TableView }[];
}

/** A calculator: form, result beside it, and what the rule says. */
export interface CalculatorParts {
  readonly title: string;
  readonly subline: string;
  readonly path: string;
  /** Nothing was sent yet: no errors are shown. */
  readonly fresh: boolean;
  readonly fields: readonly FieldView[];
  readonly result: ResultView | undefined;
  /** A worked example, as the query of this page. */
  readonly example: string;
  /** What the rule says, for those who come here for the first time. */
  readonly rule: readonly string[];
  readonly note?: NoteView;
  /** The same for programs: "POST /api/v1/calculations/…". */
  readonly api: string;
}

interface CalculatorView extends Omit<CalculatorParts, 'result' | 'note'> {
  readonly result: ResultView | undefined;
  readonly errors: ErrorSummaryView | undefined;
  readonly exampleLink: LinkView;
  readonly apiDocs: string;
}

/** The page of a calculator; all four look the same. */
export function renderCalculator(pages: Pages, parts: CalculatorParts): string {
  const view: CalculatorView = {
    ...parts,
    errors: parts.fresh ? undefined : errorSummary(parts.fields),
    exampleLink: { href: `${parts.path}?${parts.example}`, label: 'Mit Beispiel ausfüllen' },
    apiDocs: paths.apiDocs,
  };
  const { title, subline, path } = parts;
  return pages.render('calculator', { title, subline, area: path }, view);
}
