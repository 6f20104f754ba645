import type { FieldChoice, FormStep } from '../../editing/form-kind.js';
import { MOVE_DAY } from './move-fields.js';
import { employerField, LINE_FIELD, PLACE_FIELD } from './position.steps.js';

/** From when, and where to. */
export function moveSteps(
  lines: readonly FieldChoice[],
  employers: readonly FieldChoice[],
): readonly FormStep[] {
  return [
    {
      key: 'tag',
      title: 'Ab wann',
      intro:
        'Die Stelle endet am Tag davor und beginnt an diesem Tag am neuen Platz. Was bis dahin war, bleibt, wie es ist. Wer die Stelle besetzt, geht mit.',
      fields: [
        {
          path: MOVE_DAY,
          kind: 'day',
          label: 'Erster Tag am neuen Platz',
          hint: 'Zum Beispiel 01.07.2025',
        },
      ],
    },
    {
      key: 'ziel',
      title: 'Wohin',
      intro: 'Ändern Sie, was ab diesem Tag anders ist; alles andere bleibt.',
      fields: [
        {
          ...LINE_FIELD,
          hint: 'Wer die Stelle ab diesem Tag bezahlt. Der Baustein ist der der Zeile; sie braucht Platz für die Stelle (R1).',
          optional: true,
          choices: lines,
        },
        {
          ...employerField(employers),
          hint: 'Nur angeben, wenn der Arbeitgeber nicht der Partner der Zeile ist.',
        },
        PLACE_FIELD,
        {
          path: 'label',
          kind: 'text',
          label: 'Bezeichnung am neuen Platz',
          hint: 'Darf bleiben oder neu sein, zum Beispiel BER-KIM2-5',
        },
      ],
    },
  ];
}
