import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Sentence } from './sentence.js';

export const interestMessages: Readonly<Record<string, Sentence>> = {
  'interest.base-rate-missing': {
    title: 'Basiszinssatz fehlt',
    detail: (facts) =>
      `Für den ${dayText(facts['day'])} ist kein Basiszinssatz bekannt gegeben. ` +
      `Bekannt sind die Sätze bis zum ${dayText(facts['publishedUntil'])}.`,
  },
  'interest.margin-missing': {
    title: 'Zinsaufschlag fehlt',
    detail: (facts) =>
      `Für den ${dayText(facts['day'])} ist zu dieser Rechtsgrundlage kein Zinsaufschlag hinterlegt.`,
  },
};

function dayText(day: string | number | bigint | undefined): string {
  const text = String(day ?? '');
  return isPlainDate(text) ? formatGermanDay(text) : text;
}
