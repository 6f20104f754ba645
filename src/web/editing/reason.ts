import type { FormField } from './form-field.js';

/** The path of the reason among the texts of a draft. */
export const REASON = '$reason';

const REASON_LENGTH_MAX = 500;

/** "Grund der Änderung": asked on the review page of every form. */
export const REASON_FIELD: FormField = {
  path: REASON,
  kind: 'text',
  label: 'Grund der Änderung',
  hint: 'Steht im Verlauf. Zum Beispiel: Schreibfehler im Bescheid, neue Bankverbindung laut Schreiben vom 02.03.2026',
};

/** What is wrong with a reason; '' if nothing. */
export function reasonMistake(text: string): string {
  if (text.trim() === '') return 'Nennen Sie den Grund der Änderung.';
  return text.trim().length > REASON_LENGTH_MAX
    ? `Kürzen Sie den Grund auf höchstens ${REASON_LENGTH_MAX} Zeichen.`
    : '';
}
