import type { FieldChoice, FieldGroup, FormStep } from '../../editing/form-kind.js';

/** The post is asked for where the form was not opened from one. */
export function positionStep(choices: readonly FieldChoice[]): FormStep {
  return {
    key: 'stelle',
    title: 'Welche Stelle',
    fields: [
      {
        path: '$position',
        kind: 'select',
        label: 'Stelle',
        hint: 'Arbeitgeber und Arbeitsort stehen bei der Stelle und gelten für alle, die sie besetzen.',
        choices,
      },
    ],
  };
}

const PERSON: FormStep = {
  key: 'person',
  title: 'Wer',
  intro:
    'Tragen Sie die Kennung ein, keinen Namen. Für den Anspruch braucht der Kreis nur zu wissen, dass jemand da ist, nicht wer. Wer dahinter steht, weiß nur der Arbeitgeber.',
  fields: [
    {
      path: 'personKey',
      kind: 'text',
      label: 'Personenkennung',
      hint: 'Die Kennung vergibt der Arbeitgeber, zum Beispiel LUE-7F3A. Dieselbe Person hat überall dieselbe, auch in anderen Programmen: Nur so fällt auf, wenn jemand doppelt gefördert würde (R11, § 9 Abs. 4 TIntG).',
      wrong:
        'Geben Sie die Kennung des Arbeitgebers an: Großbuchstaben, Ziffern und Bindestriche, mindestens eine Ziffer, zum Beispiel LUE-7F3A. Namen gehören nicht hierher.',
    },
  ],
};

const TIME: FormStep = {
  key: 'zeit',
  title: 'Von wann bis wann',
  intro:
    'Während Sie tippen, sehen Sie daneben oder darunter, ob eine Lücke bleibt, ob sich etwas überschneidet und was sich am Anspruch ändert.',
  fields: [
    {
      path: 'from',
      kind: 'day',
      label: 'Erster Tag',
      hint: 'Ab diesem Tag ist die Person auf der Stelle, zum Beispiel 15.03.2025',
    },
    {
      path: 'to',
      kind: 'day',
      label: 'Letzter Tag',
      hint: 'Dieser Tag zählt noch mit. Leer lassen, solange kein Ende feststeht',
      optional: true,
    },
    {
      path: 'share',
      kind: 'fte',
      label: 'Anteil',
      hint: '1,0 ist eine volle Stelle, 0,5 eine halbe',
    },
    {
      path: 'cover',
      kind: 'checkbox',
      label: 'Vertretung oder Übergabe',
      hint: 'Wer nur vertritt oder eingearbeitet wird, darf zugleich mit anderen da sein. Über dem geplanten Anteil der Stelle zählt das nicht (R9).',
      optional: true,
    },
  ],
};

/** "Unbezahlte Zeiten": none at first, as many as somebody adds. */
function unpaidStep(entries: readonly string[]): FormStep {
  return {
    key: 'unbezahlt',
    title: 'Unbezahlte Zeiten',
    intro:
      'Nur wenn die Person zeitweise kein Gehalt bekommt, zum Beispiel in Elternzeit oder nach dem Ende der Lohnfortzahlung. Eine Vertretung tragen Sie als eigene Besetzung ein. Gibt es keine solche Zeit, gehen Sie einfach weiter.',
    fields: [],
    groups: entries.map(unpaidGroup),
    additions: [{ list: 'unpaid', label: 'Unbezahlte Zeit hinzufügen' }],
  };
}

function unpaidGroup(entry: string, index: number): FieldGroup {
  return {
    legend: `Unbezahlte Zeit ${index + 1}`,
    entry,
    removal: 'Unbezahlte Zeit entfernen',
    fields: [
      {
        path: `${entry}.period.from`,
        kind: 'day',
        label: 'Erster Tag ohne Gehalt',
        hint: 'Zum Beispiel 01.09.2025',
      },
      {
        path: `${entry}.period.to`,
        kind: 'day',
        label: 'Letzter Tag ohne Gehalt',
        hint: 'Zum Beispiel 28.02.2026',
      },
      {
        path: `${entry}.reason`,
        kind: 'text',
        label: 'Anlass',
        hint: 'Ein Wort genügt, zum Beispiel Elternzeit. Keine Diagnosen',
      },
    ],
  };
}

/** @param choices posts to choose from; empty where the post is known */
export function occupancySteps(
  choices: readonly FieldChoice[],
  unpaid: readonly string[],
): readonly FormStep[] {
  const first = choices.length === 0 ? [] : [positionStep(choices)];
  return [...first, PERSON, TIME, unpaidStep(unpaid)];
}
