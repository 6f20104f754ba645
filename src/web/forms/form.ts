import { InvalidField } from '../../domain/errors/invalid-field.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { fieldView, type FieldView, type OptionView } from '../components/field.js';
import { formReasons } from '../messages/forms.js';
import { fieldSentence, type Read } from './read.js';

/** How a field of a small form looks, and how what was typed into it is read. */
export interface FieldDefinition<T> {
  readonly kind: FieldView['kind'];
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly optional?: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly read: (text: string) => Read<T>;
  /** The field's name in refusals of the domain: "/from". */
  readonly pointer: string;
}

type Definitions = Readonly<Record<string, FieldDefinition<unknown>>>;
type ValueOf<D> = D extends FieldDefinition<infer T> ? T : never;
/** What a form holds once each field could be read; optional fields may be absent. */
export type FormValues<D extends Definitions> = { readonly [K in keyof D]: ValueOf<D[K]> };

/** A form as it was sent: its fields for the page, and its values if all could be read. */
export interface ReadForm<D extends Definitions> {
  /** Whether anything was sent at all: an empty form shows no errors. */
  readonly sent: boolean;
  readonly fields: readonly FieldView[];
  readonly values: FormValues<D> | undefined;
}

/** Reads a form from a page's query; every wrong field is named, not only the first. */
export function readForm<D extends Definitions>(definitions: D, query: PageQuery): ReadForm<D> {
  const entries = Object.entries(definitions);
  const sent = entries.some(([, { name }]) => query[name] !== undefined);
  const reads = entries.map(([key, definition]) => {
    const text = textOf(definition, query);
    return { key, definition, text, read: sent ? readField(definition, text) : undefined };
  });
  const fields = reads.map(({ definition, text, read }) =>
    toFieldView(definition, text, read?.ok === false ? read.error : ''),
  );
  if (!sent || reads.some(({ read }) => read?.ok !== true)) {
    return { sent, fields, values: undefined };
  }
  const values = Object.fromEntries(
    reads.map(({ key, read }) => [key, read?.ok ? read.value : undefined]),
  ) as FormValues<D>;
  return { sent, fields, values };
}

/** What was typed; of several ticks one a line. */
function textOf({ kind, name }: FieldDefinition<unknown>, query: PageQuery): string {
  const values = query[name];
  if (kind !== 'several' || typeof values === 'string') return queryText(query, name);
  return (values ?? []).join('\n');
}

function readField<T>(definition: FieldDefinition<T>, text: string): Read<T | undefined> {
  if (text !== '') return definition.read(text);
  if (definition.optional === true) return { ok: true, value: undefined };
  return { ok: false, error: formReasons.required ?? '' };
}

function toFieldView<T>(definition: FieldDefinition<T>, text: string, error: string): FieldView {
  const { kind, name, label, hint = '', unit, optional = false, choices = [] } = definition;
  const options: OptionView[] = choices.map((choice) => ({
    ...choice,
    selected: kind === 'several' ? text.split('\n').includes(choice.value) : choice.value === text,
  }));
  return fieldView({
    kind,
    name,
    label,
    hint,
    optional,
    options,
    value: text,
    error,
    ...(unit !== undefined && { unit }),
  });
}

/**
 * Computes with the values of a form. What the domain refuses goes to the field that it names.
 */
export function computeForm<D extends Definitions, R>(
  definitions: D,
  form: ReadForm<D>,
  compute: (values: FormValues<D>) => R,
): { readonly fields: readonly FieldView[]; readonly result: R | undefined } {
  if (form.values === undefined) return { fields: form.fields, result: undefined };
  try {
    return { fields: form.fields, result: compute(form.values) };
  } catch (error) {
    if (!(error instanceof InvalidField)) throw error;
    return { fields: withError(definitions, form.fields, error), result: undefined };
  }
}

function withError(
  definitions: Definitions,
  fields: readonly FieldView[],
  error: InvalidField,
): readonly FieldView[] {
  const pointer = String(error.facts['pointer']);
  const all = Object.values(definitions);
  const own = all.find(
    (entry) => pointer === entry.pointer || pointer.startsWith(`${entry.pointer}/`),
  );
  const name = (own ?? all[0])?.name;
  return fields.map((field) =>
    field.name === name ? fieldView({ ...field, error: fieldSentence(error) }) : field,
  );
}
