import { deadline, noticePeriodBefore } from '../../domain/calendar/deadlines.js';
import {
  formatGermanDay,
  lastOfYear,
  plainDate,
  yearOf,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { spansInForce } from '../../contracts/contracts.js';
import type { Recorded } from '../../platform/database/recorded.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractTerms,
  type ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { recordedCell } from '../book/words.js';
import type { MetaView, NoteView } from '../components/parts.js';
import { cell, type CellView } from '../components/table.js';
import { conventionNames } from '../messages/terms.js';
import { periodText } from '../messages/quantity-text.js';
import { contractState, missingTexts, terminationText } from './contract-state.js';
import { contractFormNames, legalFormNames } from './contract.words.js';

/** The facts on top of a contract: state, form, days that matter. */
export function contractFacts(
  page: BookPage,
  contract: Recorded<ContractDefinition>,
  version: ContractVersionDefinition,
): readonly MetaView[] {
  const { fact } = contract;
  const { proration } = version.terms;
  const forwards = fact.direction === 'forwarding';
  return [
    { label: 'Stand', value: { text: '', badge: contractState(fact, page.asOf.on) } },
    {
      label: 'Rechtsform',
      value: cell(legalFormNames[fact.legalForm], { sub: contractFormNames[fact.form] }),
    },
    {
      label: forwards ? 'Weitergeleitet von' : 'Erstattet an',
      value: cell(page.names.party(fact.forwardedBy)),
    },
    { label: 'Gezeigte Fassung', value: cell(version.title, { sub: inForceText(fact, version) }) },
    {
      label: 'Anteilsrechnung',
      value: cell(conventionNames[proration.convention], { sub: proration.clause }),
    },
    { label: `Nachweis für ${page.asOf.year}`, value: proofDueCell(page, version.terms) },
    ...(fact.termination
      ? []
      : [{ label: 'Kündigung zum Jahresende', value: noticeCell(page, version.terms) }]),
    { label: 'Zuletzt erfasst', value: recordedCell(page, contract) },
  ];
}

function inForceText(contract: ContractDefinition, version: ContractVersionDefinition): string {
  const span = spansInForce(contract).find((entry) => entry.version.number === version.number);
  return span === undefined ? 'gilt an keinem Tag' : `gilt ${periodText(span.period)}`;
}

/** R12: the day by which the proof of the year is due, and why it moved. */
export function proofDueCell({ asOf, facts }: BookPage, { proofDue }: ContractTerms): CellView {
  const date = plainDate(asOf.year + 1, proofDue.month, proofDue.day);
  const { dueOn, moved, reasons } = deadline(date, proofDue.kind, facts.oneOffHolidays);
  const why = [...new Set(reasons.map(({ name }) => name))].join(', ');
  const sub = moved
    ? `vereinbart ${formatGermanDay(date)}, aber ${why}: dann gilt der nächste Werktag`
    : proofDue.kind === 'termin'
      ? 'fester Termin, verschiebt sich nicht'
      : 'ein Werktag';
  return cell(formatGermanDay(dueOn), { sub: `${sub} (${proofDue.clause})` });
}

/** The next end of a year that can still be reached, and the last working day before the period. */
function noticeCell({ asOf, facts }: BookPage, { noticePeriod }: ContractTerms): CellView {
  const { end, dueOn, safeOn } = nextNotice(asOf.on, noticePeriod.months, facts.oneOffHolidays);
  const safe = safeOn === dueOn ? '' : `, sicher bis ${formatGermanDay(safeOn)}`;
  return cell(`bis ${formatGermanDay(dueOn)}${safe}`, {
    sub: `${noticePeriod.months} Monate zum ${formatGermanDay(end)} (${noticePeriod.clause}); diese Frist verschiebt sich nie nach hinten`,
  });
}

function nextNotice(
  on: PlainDate,
  months: number,
  oneOffs: BookPage['facts']['oneOffHolidays'],
): { readonly end: PlainDate; readonly dueOn: PlainDate; readonly safeOn: PlainDate } {
  let end = lastOfYear(yearOf(on));
  for (;;) {
    const { dueOn, safeOn = dueOn } = noticePeriodBefore(end, months, oneOffs);
    if (dueOn >= on) return { end, dueOn, safeOn };
    end = lastOfYear(yearOf(end) + 1);
  }
}

/** What a reader must know before the figures: direction, third tier, missing signatures. */
export function contractNotes(
  { names }: BookPage,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): readonly NoteView[] {
  const missing = missingTexts(contract, version, names);
  return [
    ...(contract.direction === 'refund'
      ? [
          note(
            '',
            'Dies ist eine Erstattungsvereinbarung: Der Kreis stellt das Personal, die Kommunen zahlen ihm einen Teil der Ausgaben zurück.',
          ),
        ]
      : []),
    ...(contract.forwardedBy === KREIS
      ? []
      : [
          note(
            '',
            `${names.party(contract.forwardedBy)} gibt hier einen Teil dessen weiter, was sie selbst vom Kreis bekommt. Der Betrag wird beobachtet, aber nicht doppelt gezählt.`,
          ),
        ]),
    ...(contract.termination === undefined
      ? []
      : [note('warning', terminationText(contract.termination, names))]),
    ...(missing.length === 0
      ? []
      : [
          { tone: 'danger', texts: ['Diese Fassung ist noch nicht wirksam.', ...missing] } as const,
        ]),
    ...(version.kind === 'by-notice'
      ? [
          note(
            '',
            'Diese Fassung folgt unmittelbar aus einem Bescheid. Der Vertrag sieht das so vor, Unterschriften braucht sie nicht.',
          ),
        ]
      : []),
  ];
}

function note(tone: NoteView['tone'], text: string): NoteView {
  return { tone, texts: [text] };
}
