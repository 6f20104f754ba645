import { fieldView, type FieldView, type OptionView } from '../components/field.js';
import type { FormField, FormFieldKind } from './form-field.js';
import { unitOf } from './field-text.js';
import { idOf } from './form-path.js';

const LOOKS: Readonly<Record<FormFieldKind, FieldView['kind']>> = {
  text: 'text',
  'long-text': 'lines',
  iban: 'text',
  day: 'day',
  money: 'money',
  fte: 'short',
  decimal: 'short',
  whole: 'short',
  select: 'select',
  radio: 'radio',
  checkbox: 'checkbox',
  several: 'several',
  lines: 'lines',
  suggest: 'suggest',
};

const INPUT_MODES: Readonly<Partial<Record<FormFieldKind, FieldView['inputMode']>>> = {
  money: 'decimal',
  fte: 'decimal',
  decimal: 'decimal',
  whole: 'numeric',
};

/** A field of a form with what was typed, and what is wrong with it ('' if nothing). */
export function formFieldView(field: FormField, text: string, error: string): FieldView {
  const { path, kind, label, hint = '', optional = false } = field;
  return fieldView({
    kind: LOOKS[kind],
    id: idOf(path),
    name: path,
    label,
    hint,
    optional: optional && kind !== 'checkbox',
    options: optionsOf(field, text),
    unit: unitOf(field),
    inputMode: INPUT_MODES[kind] ?? '',
    value: text,
    error,
  });
}

function optionsOf({ kind, label, choices = [], optional }: FormField, text: string): OptionView[] {
  if (kind === 'checkbox') return [{ value: 'true', label, selected: text === 'true' }];
  const ticked = kind === 'several' ? text.split('\n') : [text];
  const options = choices.map((choice): OptionView => ({
    ...choice,
    selected: ticked.includes(choice.value),
  }));
  if (kind !== 'select') return options;
  // A value that the list does not have stays visible, so that nothing is changed unseen.
  const unknown = text === '' || choices.some(({ value }) => value === text);
  return [
    {
      value: '',
      label: optional === true ? 'keine Angabe' : 'Bitte auswählen',
      selected: text === '',
    },
    ...(unknown ? [] : [{ value: text, label: text, selected: true }]),
    ...options,
  ];
}
