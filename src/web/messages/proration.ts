import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Sentence } from './sentence.js';

export const prorationMessages: Readonly<Record<string, Sentence>> = {
  'proration.rate-missing': {
    title: 'Jahressatz fehlt',
    detail: (facts) => {
      const first = String(facts['firstRate'] ?? '');
      return isPlainDate(first)
        ? `Die Stelle ist vor dem ersten Jahressatz besetzt: Er gilt erst ab dem ${formatGermanDay(first)}.`
        : 'Für die Stelle ist kein Jahressatz hinterlegt.';
    },
  },
};
