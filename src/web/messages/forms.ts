import type { InvalidReason } from '../../domain/errors/invalid-field.js';

/** What stands at a form field of a page that cannot be read: what to type instead. */
export const formReasons: Readonly<Partial<Record<InvalidReason, string>>> = {
  required: 'Füllen Sie dieses Feld aus.',
  euro: 'Geben Sie einen Betrag in Euro an, zum Beispiel 57.000,00.',
  amount: 'Geben Sie einen Betrag in Euro an, zum Beispiel 57.000,00.',
  'amount-negative': 'Geben Sie einen Betrag an, der nicht kleiner als null ist.',
  decimal: 'Geben Sie eine Zahl an, zum Beispiel 3,00.',
  fte: 'Geben Sie einen Anteil an, zum Beispiel 0,5: höchstens vier Stellen nach dem Komma.',
  'fte-zero': 'Der Anteil muss größer als null sein, zum Beispiel 0,5.',
  date: 'Geben Sie einen Tag an, zum Beispiel 15.03.2023.',
  'date-missing': 'Diesen Tag gibt es nicht. Prüfen Sie Tag und Monat.',
  'date-out-of-range': 'Geben Sie einen Tag in den Jahren 1900 bis 2199 an.',
  'from-after-to':
    'Der erste Tag liegt nach dem letzten. Tauschen Sie die Tage oder ändern Sie einen.',
  choice: 'Wählen Sie eine der Möglichkeiten aus.',
  'not-allowed': 'Ein Aufschlag wird nur angegeben, wenn er vertraglich vereinbart ist.',
};
