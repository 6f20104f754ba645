/** A choice of a select field. */
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
  /** A second, smaller line; boxes and buttons only. */
  readonly hint?: string;
}

/** A form field with label, hint, what was typed, and what is wrong with it ('' if nothing). */
export interface FieldView {
  readonly kind:
    | 'text'
    | 'short'
    | 'day'
    | 'money'
    | 'select'
    | 'lines'
    | 'suggest'
    /** For signing in: what is typed as a password is never shown again. */
    | 'mail'
    | 'password'
    | 'new-password'
    /** A file to be chosen; what was chosen is never shown again. */
    | 'file'
    /** Fields of several controls: a group with a legend. */
    | 'radio'
    | 'several'
    | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: string;
  readonly optional: boolean;
  readonly unit: string;
  readonly inputMode: '' | 'decimal' | 'numeric';
  readonly options: readonly OptionView[];
  /** Ids of hint and error, for screen readers. */
  readonly describedBy: string;
}

type FieldParts = Pick<FieldView, 'kind' | 'name' | 'label'> & Partial<FieldView>;

/** Fills in what a field does not say: its id is its name. */
export function fieldView(parts: FieldParts): FieldView {
  const { id = parts.name, hint = '', error = '', kind } = parts;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    value: '',
    optional: false,
    options: [],
    unit: kind === 'money' ? '€' : '',
    inputMode: kind === 'money' || kind === 'short' ? 'decimal' : '',
    ...parts,
    id,
    hint,
    error,
    describedBy,
  };
}

/** What is wrong with a form, on top of it; each entry leads to its field. */
export interface ErrorSummaryView {
  readonly title: string;
  /** `href` leads elsewhere than to a field of this page; without both there is nothing to go to. */
  readonly errors: readonly {
    readonly id: string;
    readonly text: string;
    readonly href?: string;
  }[];
}

/** The summary of all fields with an error; absent if there is none. */
export function errorSummary(fields: readonly FieldView[]): ErrorSummaryView | undefined {
  const errors = fields
    .filter(({ error }) => error !== '')
    .map(({ id, label, error }) => ({ id, text: `${label}: ${error}` }));
  return summaryOf(errors);
}

/** The summary of errors that were found elsewhere; absent if there is none. */
export function summaryOf(errors: ErrorSummaryView['errors']): ErrorSummaryView | undefined {
  if (errors.length === 0) return undefined;
  const title =
    errors.length === 1
      ? 'Eine Angabe stimmt noch nicht'
      : `${COUNT_WORDS[errors.length] ?? errors.length.toString()} Angaben stimmen noch nicht`;
  return { title, errors };
}

const COUNT_WORDS: readonly string[] = ['', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs'];
