import { formReasons } from '../messages/forms.js';
import type { FactFinding } from '../../programmes/definitions/fact-reading.js';
import type { FormField, FormStep } from './form-field.js';
import { CARRIED, type Texts } from './form-kind.js';
import { isList, typedText, writtenValue, type WrittenValue } from './field-text.js';
import { flattened, isWithin, put } from './form-path.js';

/** All fields of a form, in order, those in groups included. */
export function fieldsOf(steps: readonly FormStep[]): readonly FormField[] {
  return steps.flatMap(stepFields);
}

export function stepFields({ fields, groups = [] }: FormStep): readonly FormField[] {
  return [...fields, ...groups.flatMap((group) => group.fields)];
}

/**
 * A fact in the definition language as the texts of a form: German where a field shows it, carried
 * along where none does.
 *
 * @param stepsOf the steps of the form for texts as the definition language writes them
 */
export async function textsOf(
  input: Readonly<Record<string, unknown>>,
  stepsOf: (texts: Texts) => Promise<readonly FormStep[]>,
): Promise<Texts> {
  const flat = flattened(input);
  const fields = fieldsOf(await stepsOf(Object.fromEntries(flat)));
  const shown = fields.map((field) => [field.path, shownText(field, flat)] as const);
  const rest = flat.filter(([path]) => !fields.some((field) => shows(field, path)));
  return Object.fromEntries([
    ...shown.filter(([, text]) => text !== ''),
    ...rest.map(([path, text]) => [carriedPath(path, text), text] as const),
  ]);
}

/** The form's own texts and the marks of empty entries keep their path. */
function carriedPath(path: string, text: string): string {
  return path.startsWith('$') || text === '' ? path : CARRIED + path;
}

function shows(field: FormField, path: string): boolean {
  return isList(field) ? isWithin(path, field.path) : path === field.path;
}

/** What a field shows of a written fact, flattened to texts by path. */
export function shownText(field: FormField, flat: readonly (readonly [string, string])[]): string {
  const values = flat.filter(([path]) => shows(field, path)).map(([, text]) => text);
  const value: WrittenValue = isList(field) ? values : (values[0] ?? '');
  return typedText(field, value);
}

/** What a form holds in the definition language, and what of it cannot be read. */
export interface ReadTexts {
  readonly input: Readonly<Record<string, unknown>>;
  /** Empty fields that must not be, and texts that are no day, amount or share. */
  readonly findings: readonly FactFinding[];
}

/** Reads the texts of a form: fields in the order of the form, then what is carried along. */
export function readTexts(fields: readonly FormField[], texts: Texts): ReadTexts {
  const input: Record<string, unknown> = {};
  const findings: FactFinding[] = [];
  for (const field of fields) {
    const { path } = field;
    const read = writtenValue(field, texts[path] ?? '');
    if (!read.ok) findings.push({ path, message: field.wrong ?? read.error, severity: 'error' });
    if (read.ok && read.value === undefined && isNeeded(field)) {
      findings.push({ path, message: missingText(field), severity: 'error' });
    }
    if (path.startsWith('$')) continue;
    if (read.ok && read.value !== undefined) put(input, path, read.value);
    else if (isNeeded(field)) put(input, path, undefined);
  }
  for (const [path, text] of Object.entries(texts)) {
    if (path.startsWith(CARRIED)) put(input, path.slice(CARRIED.length), text);
    else if (path.endsWith(']') && text === '') put(input, path, {});
  }
  return { input, findings };
}

function isNeeded({ optional = false, kind }: FormField): boolean {
  return !optional && kind !== 'checkbox';
}

function missingText({ kind }: FormField): string {
  const isChoice = kind === 'select' || kind === 'radio' || kind === 'several';
  return (isChoice ? formReasons.choice : formReasons.required) ?? '';
}
