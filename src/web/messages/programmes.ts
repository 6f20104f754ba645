import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Sentence } from './sentence.js';

const RATES: Readonly<Record<string, string>> = {
  staff: 'Personal',
  assistant: 'Assistenz',
  material: 'Sachmittel',
};

export const programmesMessages: Readonly<Record<string, Sentence>> = {
  'programmes.definitions-refused': {
    title: 'Definitionsdateien fehlerhaft',
    detail: ({ count, file, line, column, path, message }) =>
      `Die Definitionsdateien enthalten ${count === 1 ? 'einen Fehler' : `${String(count)} Befunde`}; ` +
      `übernommen wurde nichts. ${count === 1 ? '' : 'Zuerst: '}${String(file)}:${String(line)}:${String(column)}` +
      `${path === '' ? '' : ` bei ${String(path)}`}: ${String(message)}`,
  },
  'programmes.fact-refused': {
    title: 'Die Angaben stimmen noch nicht',
    detail: ({ count, path, message }) =>
      (count === 1 ? '' : `${String(count)} Angaben stimmen noch nicht. Zuerst: `) +
      `${path === '' ? '' : `${String(path)}: `}${String(message)} Es wurde nichts eingetragen.`,
  },
  'programmes.definitions-folder-missing': {
    title: 'Ordner der Definitionen fehlt',
    detail: ({ folder }) =>
      `Den Ordner „${String(folder)}“ gibt es nicht. CONTRACTS_DIR nennt den Ordner der Definitionsdateien.`,
  },
  'programmes.rate-missing': {
    title: 'Kein Fördersatz bekannt',
    detail: ({ component, kind, on }) =>
      `Für den Baustein ${String(component)} ist am ${formatGermanDay(String(on) as PlainDate)} ` +
      `kein Jahressatz für ${RATES[String(kind)] ?? String(kind)} bekannt.`,
  },
  'programmes.regime-missing': {
    title: 'Keine Förderregeln bekannt',
    detail: ({ component, year }) =>
      `Für den Baustein ${String(component)} sind für das Jahr ${String(year)} keine Förderregeln hinterlegt.`,
  },
  'programmes.unknown-component': {
    title: 'Unbekannter Baustein',
    detail: ({ component, known }) =>
      `Den Baustein „${String(component)}“ gibt es nicht. Bekannt sind: ${String(known)}.`,
  },
};
