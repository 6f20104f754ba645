import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import type { FlagCode } from '../../positions/flag.js';

/** What a flag says: a title for all of its kind, a line for each case. */
export interface FlagSentence {
  readonly title: string;
  /** What it means and what helps; the same for all cases of the kind. */
  readonly meaning: string;
  /** What is special about the case; '' if its name says all. */
  readonly detail: (facts: Facts) => string;
}

/** "Hinweise" in German, by code. */
export const flagSentences: Readonly<Record<FlagCode, FlagSentence>> = {
  'grants.shortage': {
    title: 'Mehr weitergegeben als bewilligt',
    meaning: 'Erhöhungen und Auszahlungen sind gesperrt, bis die Verträge folgen.',
    detail: ({ measure, granted, used, missing, from }) =>
      `ab ${dayText(from)}: ${amountText(measure, granted)} bewilligt, ` +
      `${amountText(measure, used)} vergeben, es fehlen ${amountText(measure, missing)}`,
  },
  'grants.reference-open': {
    title: 'Bescheid ohne Datum oder Aktenzeichen',
    meaning: 'Die Quelle lässt es offen. Ohne Aktenzeichen ist der Vertrag unbestimmt.',
    detail: ({ reference, issuedOn }) =>
      [reference === '' && 'Aktenzeichen fehlt', issuedOn === '' && 'Datum fehlt']
        .filter(Boolean)
        .join(', '),
  },
  'contracts.no-permission': {
    title: 'Weiterleitung ohne genannte Erlaubnis',
    meaning: 'Kein Bescheid und keine Zustimmung ist genannt, die das Weitergeben erlaubt.',
    detail: ({ note }) => String(note ?? ''),
  },
  'contracts.not-effective': {
    title: 'Vertragsfassung ist nicht wirksam',
    meaning: 'Schriftform oder Unterschriften fehlen (§ 57 VwVfG).',
    detail: ({ version, missing }) => `Fassung ${String(version)}, es fehlt: ${String(missing)}`,
  },
  'contracts.checklist-missing': {
    title: 'Im Vertrag fehlt, was hineingehört',
    meaning: 'Maßstab ist VV Nr. 12 zu § 44 LHO.',
    detail: ({ count }) => countText(Number(count), 'Punkt fehlt', 'Punkte fehlen'),
  },
  'contracts.checklist-contradictory': {
    title: 'Der Vertrag widerspricht sich',
    meaning: 'Klauseln passen nicht zueinander. Klären Sie sie mit der nächsten Änderung.',
    detail: ({ count }) => countText(Number(count), 'Punkt', 'Punkte'),
  },
  'contracts.two-month-rule-undecided': {
    title: 'Zwei-Monats-Regel ist nicht entschieden',
    meaning: 'Ob Geld binnen zwei Monaten verwendet werden muss, muss einmal entschieden werden.',
    detail: ({ clause }) => String(clause ?? ''),
  },
  'contracts.own-funds': {
    title: 'Aus eigenen Mitteln bezahlt (Annahme)',
    meaning: 'Kein Bescheid deckt diesen Betrag. Offener Punkt: Woher kommt das Geld?',
    detail: ({ amountCents }) => `höchstens ${amountText('cents', amountCents)} im Jahr`,
  },
  'contracts.year-without-funding': {
    title: 'Zeile ohne Geldquelle in diesem Jahr',
    meaning: 'Der Vertrag läuft, aber kein Bescheid und keine eigenen Mittel sind genannt.',
    detail: () => '',
  },
  'positions.person-overcharged': {
    title: 'Eine Person ist mehr als einmal abgerechnet',
    meaning: 'Die Anteile einer Person dürfen zusammen 1,0 nie übersteigen (§ 9 Abs. 4 TIntG).',
    detail: ({ from, used }) => `ab ${dayText(from)}: ${amountText('fte', used)}`,
  },
  'positions.small-share': {
    title: 'Stelle unter 0,5 VzÄ',
    meaning: 'So kleine Anteile sind ungewöhnlich und müssen begründet werden.',
    detail: ({ fte: share }) => amountText('fte', share),
  },
  'positions.vacant': {
    title: 'Stelle nicht durchgehend besetzt',
    meaning: 'Für unbesetzte Tage besteht kein Anspruch. Sie stehen im Nachweis.',
    detail: ({ from, to, days, missing }) =>
      `${countText(Number(days), 'Tag', 'Tage')} zwischen ${dayText(from)} und ${dayText(to)}, ` +
      `anfangs ${amountText('fte', missing)}`,
  },
};

function countText(count: number, one: string, many: string): string {
  return `${count}\u00a0${count === 1 ? one : many}`;
}

function dayText(value: Facts[string] | undefined): string {
  const text = String(value ?? '');
  return isPlainDate(text) ? formatGermanDay(text) : text;
}

function amountText(measure: Facts[string] | undefined, value: Facts[string] | undefined): string {
  return measure === 'cents'
    ? formatEuro(cents(BigInt(value ?? 0)))
    : `${formatFte(fte(Number(value ?? 0)))}\u00a0VzÄ`;
}
