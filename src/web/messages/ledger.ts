import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { CHART, isAccountKey } from '../../ledger/ledger.js';
import type { Sentence } from './sentence.js';

/** Refusals of the journal. */
export const ledgerMessages: Readonly<Record<string, Sentence>> = {
  'ledger.entry-unbalanced': {
    title: 'Soll und Haben sind nicht gleich',
    detail: ({ debit, credit }) =>
      (debit === undefined || credit === undefined
        ? 'Soll und Haben einer Buchung müssen gleich sein, auch die Merkkonten für sich. '
        : `Im Soll stehen ${euro(debit)}, im Haben ${euro(credit)}. Beides muss gleich sein, ` +
          'auch die Merkkonten für sich. ') + 'Es wurde nichts gebucht.',
  },
  'ledger.period-closed': {
    title: 'Der Zeitraum ist abgeschlossen',
    detail: ({ day, lastClosedDay, firstOpenDay }) =>
      (day === undefined
        ? 'Der Tag liegt in einem Zeitraum, der abgeschlossen ist. '
        : `Der ${dayText(day)} liegt in einem abgeschlossenen Zeitraum: Abgeschlossen ist bis zum ` +
          `${dayText(lastClosedDay)}. Wirksam werden kann die Buchung ab dem ${dayText(firstOpenDay)}; ` +
          'ihr Haushaltsjahr behält sie. ') + 'Es wurde nichts gebucht.',
  },
  'ledger.period-not-over': {
    title: 'Der Monat ist noch nicht vorbei',
    detail: ({ lastDay }) =>
      `Abgeschlossen wird ein Monat erst nach seinem letzten Tag, dem ${dayText(lastDay)}. ` +
      'Es wurde nichts abgeschlossen.',
  },
  'ledger.period-already-closed': {
    title: 'Der Monat ist schon abgeschlossen',
    detail: ({ period, closedThrough }) =>
      `Das Buch ist bis einschließlich ${monthText(closedThrough)} abgeschlossen, und damit auch ` +
      `${monthText(period)}. Ein Abschluss wird nicht wiederholt und nicht zurückgenommen.`,
  },
  'ledger.unknown-account': {
    title: 'Dieses Konto gibt es nicht',
    detail: ({ account }) => `Der Kontenplan hat kein Konto „${String(account)}“.`,
  },
  'ledger.unknown-entry': {
    title: 'Diese Buchung gibt es nicht',
    detail: ({ entry }) => `Im Buch steht keine Buchung „${String(entry)}“.`,
  },
  'ledger.already-reversed': {
    title: 'Die Buchung ist schon storniert',
    detail: ({ entry }) =>
      `${entry === undefined ? 'Die Buchung' : `Die Buchung „${String(entry)}“`} ist schon ` +
      'zurückgenommen; das geht nur einmal. Es wurde nichts gebucht.',
  },
  'ledger.not-reversible': {
    title: 'Diese Buchung wird nicht von Hand storniert',
    detail: ({ kind }) =>
      kind === 'reversal'
        ? 'Ein Storno wird nicht seinerseits storniert. Buchen Sie neu, was gelten soll.'
        : 'Von Hand wird nur zurückgenommen, was von Hand gebucht wurde. Diese Buchung folgt aus einem ' +
          'Vorgang: Berichtigen Sie den Vorgang, dann bucht das Buch selbst.',
  },
  'ledger.not-by-hand': {
    title: 'Diese Buchung braucht keine Gegenzeichnung',
    detail: () =>
      'Gegengezeichnet wird, was von Hand gebucht wurde, und sein Storno. Diese Buchung folgt aus ' +
      'einem Vorgang, der seine eigenen Prüfungen hat.',
  },
  'ledger.sum-overdrawn': {
    title: 'So viel steht nicht zur Verfügung',
    detail: ({ account, line, budgetYear, cents: standing }) =>
      `Das Konto „${accountName(account)}“ stünde für die Zeile „${String(line)}“ im Haushaltsjahr ` +
      `${String(budgetYear)} mit ${euro(unsigned(standing))} auf der falschen Seite. ` +
      'Es wurde nichts gebucht.',
  },
  'ledger.entry-differs': {
    title: 'Die Buchung steht schon anders im Buch',
    detail: ({ entry }) =>
      `Unter der Kennung „${String(entry)}“ steht eine andere Buchung im Buch. ` +
      'Es wurde nichts übernommen.',
  },
  'ledger.entries-refused': {
    title: 'Die Datei enthält Fehler',
    detail: ({ count, line, field, message }) =>
      `Die Datei enthält ${count === 1 ? 'einen Fehler' : `${String(count)} Fehler`}; aufgenommen ` +
      `wurde nichts. ${count === 1 ? '' : 'Zuerst: '}Zeile ${String(line)}` +
      `${field === '' ? '' : `, „${String(field)}“`}: ${String(message)}`,
  },
  'ledger.not-yet-chained': {
    title: 'Das Buch wird gerade fortgeschrieben',
    detail: () =>
      'Die letzten Buchungen haben noch keinen Platz in der Kette; darum steht noch nicht fest, was zu ' +
      'diesem Zeitpunkt bekannt war. Fragen Sie in einem Augenblick noch einmal.',
  },
};

type Fact = Facts[string] | undefined;

function euro(fact: Fact): string {
  return formatEuro(cents(BigInt(fact ?? 0)));
}

function unsigned(fact: Fact): string {
  return String(fact).replace('-', '');
}

function dayText(fact: Fact): string {
  const day = String(fact);
  return isPlainDate(day) ? formatGermanDay(day) : day;
}

const MONTH = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function monthText(fact: Fact): string {
  const first = `${String(fact)}-01`;
  return isPlainDate(first) ? MONTH.format(new Date(first)) : String(fact);
}

function accountName(fact: Fact): string {
  const key = String(fact);
  return isAccountKey(key) ? CHART[key].name : key;
}
