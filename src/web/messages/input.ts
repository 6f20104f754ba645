import type { Facts } from '../../domain/errors/domain-error.js';
import type { InvalidReason } from '../../domain/errors/invalid-field.js';
import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Sentence } from './sentence.js';

/** Why a field cannot be read: one sentence for each reason that the domain knows. */
export const inputReasons: Readonly<Record<InvalidReason, string>> = {
  required: 'Dieses Feld fehlt.',
  text: 'Erwartet wird ein Text in Anführungszeichen.',
  'text-unfit':
    'Der Text ist zu lang, oder er enthält Steuerzeichen. Höchstens 4.000 Zeichen sind möglich.',
  'reason-unfit':
    'Der Grund ist zu lang, oder er enthält Steuerzeichen. Höchstens 500 Zeichen sind möglich.',
  group: 'Erwartet wird eine Gruppe von Feldern.',
  list: 'Erwartet wird eine Liste.',
  amount: 'Erwartet wird ein Betrag wie "1234.56", höchstens zwei Stellen nach dem Punkt.',
  'amount-negative': 'Der Betrag darf nicht kleiner als null sein.',
  euro: 'Erwartet wird ein Betrag in Euro wie 1.234,56.',
  decimal: 'Erwartet wird eine Dezimalzahl mit Punkt wie "3.12".',
  'decimal-negative': 'Die Zahl darf nicht kleiner als null sein.',
  fte: 'Erwartet wird ein Anteil wie 0,5, in der Schnittstelle 0.5, ohne Vorzeichen und mit höchstens vier Stellen nach dem Komma.',
  'fte-zero': 'Der Anteil muss größer als null sein.',
  date: 'Erwartet wird ein Tag wie 15.03.2023, in der Schnittstelle 2023-03-15.',
  instant: 'Erwartet wird ein Zeitpunkt in UTC wie 2026-03-01T12:00:00Z.',
  'date-missing': 'Diesen Tag gibt es im Kalender nicht.',
  'date-out-of-range': 'Erwartet wird ein Tag in den Jahren 1900 bis 2199.',
  'date-ahead': 'Dieser Tag liegt noch in der Zukunft.',
  'before-entry': 'Ein Storno wirkt nicht vor dem Tag der Buchung, die es zurücknimmt.',
  'set-by-step':
    'Dieses Feld setzt ein eigener Schritt: der Versand, die Unterschrift oder ein Bescheid.',
  'from-after-to': 'Der erste Tag liegt nach dem letzten.',
  'day-past': 'Dieser Tag liegt in der Vergangenheit.',
  'days-too-many': 'Die Zeit ist länger als ein Jahr.',
  'lent-hours': 'Möglich sind ganze Stunden von 1 bis 24.',
  choice: 'Dieser Wert steht nicht zur Wahl.',
  'unknown-field': 'Dieses Feld gibt es hier nicht. Bitte prüfen Sie die Schreibweise.',
  'not-allowed': 'Dieses Feld gilt nur bei der Rechtsgrundlage "agreed".',
  'weight-negative': 'Ein Gewicht darf nicht kleiner als null sein.',
  'weights-zero': 'Mindestens ein Gewicht muss größer als null sein.',
  'weights-missing': 'Mindestens ein Gewicht wird gebraucht.',
  'weights-too-many': 'Mehr als 10.000 Gewichte lassen sich nicht auf einmal aufteilen.',
  'no-base-rate': 'Für diesen Tag ist kein Basiszinssatz bekannt gegeben.',
};

export const inputMessages: Readonly<Record<string, Sentence>> = {
  'input.invalid-field': { title: 'Eine Angabe passt nicht', detail: invalidFieldText },
};

/** The reason's sentence; where a table begins or ends, also the days for which it is known. */
function invalidFieldText(facts: Facts): string {
  const sentence = sentenceOf(String(facts['reason']));
  const from = String(facts['publishedFrom'] ?? '');
  const until = String(facts['publishedUntil'] ?? '');
  if (facts['reason'] !== 'no-base-rate' || !isPlainDate(until)) return sentence;
  const since = isPlainDate(from) ? `vom ${formatGermanDay(from)} ` : '';
  return `${sentence} Bekannt sind die Sätze ${since}bis zum ${formatGermanDay(until)}.`;
}

function sentenceOf(reason: string): string {
  const known: Readonly<Record<string, string>> = inputReasons;
  return known[reason] ?? 'Dieser Wert ist nicht möglich.';
}
