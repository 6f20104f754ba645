import {
  CONTRACT_FORMS,
  KREIS,
  type ProgrammeDefinition,
} from '../../../programmes/definitions/definition.js';
import type { BookFacts } from '../../../positions/book.queries.js';
import type { FieldChoice, FormField, FormStep } from '../../editing/form-field.js';
import { contractFormNames, directionNames, legalFormNames } from '../contract.words.js';

/** What the head of a contract offers to choose from. */
export interface HeadChoices {
  readonly programmes: readonly FieldChoice[];
  readonly partners: readonly FieldChoice[];
}

/** All programmes and partners of the book. */
export function headChoices(
  { partners }: Pick<BookFacts, 'partners'>,
  programmes: readonly ProgrammeDefinition[],
): HeadChoices {
  return {
    programmes: programmes.map(({ id, name }) => ({ value: id, label: name })),
    partners: [...partners.values()]
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
  };
}

/**
 * "Kopf" of a contract: its file, then who concludes it.
 * @param base where the head stands in the form: "head." or ''
 * @param isNew asks for the key too, which never changes afterwards
 */
export function headSteps(
  { programmes, partners }: HeadChoices,
  { base, isNew }: { readonly base: string; readonly isNew: boolean },
): readonly FormStep[] {
  const at = (field: FormField): FormField => ({ ...field, path: base + field.path });
  const file: FormStep = {
    key: 'vertrag',
    title: 'Vertrag',
    fields: [...fileFields(programmes), ...(isNew ? [KEY] : [SOURCES])].map(at),
  };
  const parties: FormStep = {
    key: 'parteien',
    title: 'Parteien',
    intro:
      'Wer den Vertrag schließt. Sobald eine Fassung verschickt ist, stehen die Parteien fest.',
    fields: partyFields(partners).map(at),
  };
  return [file, parties];
}

function fileFields(programmes: readonly FieldChoice[]): readonly FormField[] {
  return [
    {
      path: 'title',
      kind: 'text',
      label: 'Titel des Vertrags',
      hint: 'Zum Beispiel: Weiterleitungsvertrag KIM mit der Stadt Lünen',
    },
    {
      path: 'fileReference',
      kind: 'text',
      label: 'Aktenzeichen',
      hint: 'Zum Beispiel 35-KIM-2026-04',
    },
    { path: 'programme', kind: 'select', label: 'Förderprogramm', choices: programmes },
    {
      path: 'legalForm',
      kind: 'radio',
      label: 'Rechtsform',
      choices: (['contract', 'notice'] as const).map((value) => ({
        value,
        label: legalFormNames[value],
      })),
    },
    {
      path: 'form',
      kind: 'radio',
      label: 'Text',
      choices: CONTRACT_FORMS.map((value) => ({ value, label: contractFormNames[value] })),
    },
  ];
}

function partyFields(partners: readonly FieldChoice[]): readonly FormField[] {
  return [
    {
      path: 'direction',
      kind: 'radio',
      label: 'Wer zahlt wem?',
      choices: (['forwarding', 'refund'] as const).map((value) => ({
        value,
        label: directionNames[value],
      })),
    },
    {
      path: 'forwardedBy',
      kind: 'select',
      label: 'Weitergeleitet von',
      hint: 'Meist der Kreis. Ein Partner steht hier, wenn er weitergibt, was er selbst vom Kreis bekommt.',
      choices: [{ value: KREIS, label: 'Kreis' }, ...partners],
    },
    {
      path: 'partners',
      kind: 'several',
      label: 'Partner',
      hint: 'Alle, die den Vertrag unterschreiben. Wer fehlt, wird zuerst unter „Partner“ aufgenommen.',
      choices: partners,
      wrong: 'Wählen Sie mindestens einen Partner.',
    },
  ];
}

const KEY: FormField = {
  path: 'id',
  kind: 'text',
  label: 'Kennung',
  hint: 'Steht in Adressen und Dateien und ändert sich nie. Bleibt das Feld leer, bildet das Buch sie aus Förderprogramm und Partner.',
  optional: true,
  wrong: 'Geben Sie Kleinbuchstaben, Ziffern und Bindestriche an, zum Beispiel „kim-luenen“.',
};

const SOURCES: FormField = {
  path: 'sources',
  kind: 'lines',
  label: 'Quellen',
  hint: 'Woher die Angaben stammen. Eine Quelle je Zeile.',
  optional: true,
};
