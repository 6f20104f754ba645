import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import type { FlagCode } from '../../positions/flags.queries.js';
import type { Sentence } from './sentence.js';
import { checklistNames } from './terms.js';

/** Each flag in German; facts as `src/positions/flag.ts` gives them. */
export const flagMessages: Readonly<Record<FlagCode, Sentence>> = {
  'grants.shortage': {
    title: 'Mehr verteilt als bewilligt',
    detail: (facts) =>
      `Ab dem ${day(facts, 'from')} sind ${measured(facts, 'used')} verteilt, bewilligt sind ` +
      `${measured(facts, 'granted')}. Es fehlen ${measured(facts, 'missing')}: Erhöhungen und ` +
      'Zahlungen sind gesperrt, bis die Verträge angepasst sind.',
  },
  'grants.reference-open': {
    title: 'Datum oder Aktenzeichen des Bescheids fehlt',
    detail: () => 'Die Quellen lassen es offen. Tragen Sie es nach, sobald der Bescheid vorliegt.',
  },
  'contracts.ordered-above': {
    title: 'Mehr angeordnet, als der Vertrag bindet',
    detail: (facts) =>
      `Für ${String(facts['year'])} sind ${euro(facts, 'orderedCents')} angeordnet, nach der Kürzung ` +
      `bindet der Vertrag noch ${euro(facts, 'boundCents')}. Prüfen Sie, ob ` +
      `${euro(facts, 'amountCents')} zurückzufordern sind.`,
  },
  'contracts.no-permission': {
    title: 'Keine Erlaubnis zur Weiterleitung gefunden',
    detail: ({ note }) =>
      String(note ?? '') === ''
        ? 'Weder der Bescheid noch das Programm nennt eine Klausel, die diese Weiterleitung erlaubt.'
        : String(note),
  },
  'contracts.not-effective': {
    title: 'Fassung ist nicht wirksam',
    detail: (facts) =>
      `Die Fassung ${String(facts['version'])} soll ab dem ${day(facts, 'inForceFrom')} gelten. ` +
      `Es fehlt: ${missing(facts)} (§ 57 VwVfG NRW).`,
  },
  'contracts.checklist-missing': {
    title: 'Vertrag ist unvollständig',
    detail: (facts) => `Nach VV Nr. 12 zu § 44 LHO fehlt: ${items(facts)}.`,
  },
  'contracts.checklist-contradictory': {
    title: 'Vertrag widerspricht sich',
    detail: (facts) => `Der Vertrag regelt es an mehreren Stellen verschieden: ${items(facts)}.`,
  },
  'contracts.two-month-rule-undecided': {
    title: 'Zwei-Monats-Regel ist nicht entschieden',
    detail: ({ clause }) =>
      `Die ANBest sind Bestandteil des Vertrags (${String(clause)}), gegenüber dem Land gilt die ` +
      'Regel nicht. Entscheiden Sie einmal, ob sie gegenüber dem Partner gilt, mit Grund.',
  },
  'contracts.own-funds': {
    title: 'Aus eigenen Mitteln, als Annahme',
    detail: (facts) =>
      `${euro(facts, 'amountCents')} im Jahr ${String(facts['year'])} kann der Bescheid nicht ` +
      'tragen. Angenommen sind eigene Mittel des Kreises; das ist zu klären.',
  },
  'contracts.year-without-funding': {
    title: 'Kein Geld für dieses Jahr benannt',
    detail: ({ year }) =>
      `Der Vertrag läuft ${String(year)}, nennt für die Zeile aber keinen Bescheid und keine ` +
      'eigenen Mittel. Der Anspruch ist deshalb null.',
  },
  'positions.person-overcharged': {
    title: 'Person über 1,0 VzÄ angesetzt',
    detail: (facts) =>
      `Ab dem ${day(facts, 'from')} sind ${measured(facts, 'used')} angesetzt. Ein ` +
      'Personenmonat darf nur einmal gefördert werden (§ 9 Abs. 4 TIntG).',
  },
  'positions.small-share': {
    title: 'Stelle unter 0,5 VzÄ',
    detail: (facts) =>
      `Die Stelle hat ${formatFte(fte(Number(facts['fte'])))} VzÄ. Üblich sind mindestens 0,5.`,
  },
  'positions.vacant': {
    title: 'Stelle war unbesetzt',
    detail: (facts) =>
      `Zwischen dem ${day(facts, 'from')} und dem ${day(facts, 'to')} war die Stelle an ` +
      `${String(facts['days'])} Tagen nicht voll besetzt. Für diese Zeit entsteht kein Anspruch.`,
  },
};

function day(facts: Facts, name: string): string {
  return formatGermanDay(String(facts[name]) as PlainDate);
}

function euro(facts: Facts, name: string): string {
  return formatEuro(cents(BigInt(facts[name] ?? 0)));
}

function measured(facts: Facts, name: string): string {
  return facts['measure'] === 'cents'
    ? euro(facts, name)
    : `${formatFte(fte(Number(facts[name])))} VzÄ`;
}

function items(facts: Facts): string {
  const keys = String(facts['items']).split(', ');
  const names: Readonly<Record<string, string>> = checklistNames;
  return keys.map((key) => names[key] ?? key).join('; ');
}

function missing(facts: Facts): string {
  return String(facts['missing'])
    .split(', ')
    .map((part) =>
      part === 'written-form'
        ? 'die Schriftform'
        : `die Unterschrift: ${part.replace('signature:', '')}`,
    )
    .join('; ');
}
