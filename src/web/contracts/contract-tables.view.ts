import { partiesOf } from '../../contracts/contracts.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractTerms,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import {
  BLANK,
  cell,
  row,
  withoutEmptyColumns,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import {
  capLevelNames,
  conventionHints,
  conventionNames,
  deadlineKindNames,
} from '../messages/terms.js';
import { paths } from '../paths.js';
import { proofFormNames, twoMonthNames, versionKindNames, yesNo } from './contract.words.js';

/** The partners of a contract, each with its way to what it gets. */
export function partnersTable(page: BookPage, contract: ContractDefinition): TableView {
  return withoutEmptyColumns({
    id: 'empfaenger',
    caption: 'Partner des Vertrags',
    columns: [
      { label: 'Partner' },
      { label: 'Auch bekannt als' },
      { label: 'Anmerkung' },
      { label: 'Was er bekommt' },
    ],
    rows: contract.partners.map((id) => {
      const partner = page.facts.partners.get(id);
      const entitlements = cell(`Ansprüche ${page.names.shortParty(id)}`, {
        href: page.link(`${paths.entitlements}?partner=${encodeURIComponent(id)}`),
      });
      return row([
        cell(page.names.party(id), {
          ...(partner?.example !== undefined && { example: partner.example }),
        }),
        cell(partner?.otherNames.join(', ') ?? ''),
        cell(partner?.note ?? ''),
        hasLines(page, id) ? entitlements : BLANK,
      ]);
    }),
    footer: [],
  });
}

/** Whether the page shows what a partner gets: the office all of it, partners their own. */
function hasLines({ facts }: BookPage, partner: string): boolean {
  if (facts.partner === undefined) return true;
  return [...facts.lines.values()].some(({ line }) => line.partner === partner);
}

/** The terms that something is computed from, each with its clause. */
export function termsTable({ terms }: ContractVersionDefinition): TableView {
  return {
    id: 'regeln',
    caption: 'Regeln dieser Fassung',
    columns: [
      { label: 'Regel' },
      { label: 'Vereinbart' },
      { label: 'Klausel' },
      { label: 'Anmerkung' },
    ],
    rows: termRows(terms),
    footer: [],
  };
}

function termRows(terms: ContractTerms): readonly RowView[] {
  const { proration, capLevel, unpaidSpells, proofDue, quarterlyProof, noticePeriod } = terms;
  const proofDay = `${proofDue.day}.${proofDue.month.toString().padStart(2, '0')}. des Folgejahres`;
  return [
    term(
      'Anteilsrechnung',
      conventionNames[proration.convention],
      proration,
      conventionHints[proration.convention],
    ),
    term('Höchstbetrag gilt', capLevelNames[capLevel.level], capLevel),
    term('Unbezahlte Zeiten kürzen den Höchstbetrag', yesNo(unpaidSpells.cutCap), unpaidSpells),
    term(
      'Nachweis fällig',
      `${proofDay} (${deadlineKindNames[proofDue.kind]})`,
      proofDue,
      proofFormNames[proofDue.form],
    ),
    term(
      'Nachweis nach jedem Quartal',
      quarterlyProof.on ? `ja, ${quarterlyProof.weeksAfterQuarter} Wochen danach` : 'nein',
      quarterlyProof,
    ),
    term('Kündigung', `${noticePeriod.months} Monate zum Jahresende`, noticePeriod),
    term('Zwei-Monats-Regel', twoMonthNames[terms.twoMonthRule.state], terms.twoMonthRule),
    term('Folgt dem Bescheid von selbst', yesNo(terms.followsNotice.on), terms.followsNotice),
  ];
}

function term(
  name: string,
  value: string,
  { clause, note }: { readonly clause: string; readonly note?: string },
  hint = '',
): RowView {
  return row([cell(name), cell(value), cell(clause), cell(note ?? hint)]);
}

/** What the contract names as its parts. */
export function partsTable({ parts }: ContractVersionDefinition): TableView {
  return withoutEmptyColumns({
    id: 'bestandteile',
    caption: 'Bestandteile des Vertrags',
    columns: [
      { label: 'Bestandteil' },
      { label: 'Aktenzeichen', nowrap: true },
      { label: 'vom', nowrap: true },
      { label: 'Klausel', nowrap: true },
    ],
    rows: parts.map(({ title, reference, datedOn, clause, note }) =>
      row([
        cell(title, { ...(note !== undefined && { sub: note }) }),
        cell(reference ?? ''),
        dayCell(datedOn),
        cell(clause),
      ]),
    ),
    footer: [],
  });
}

/** Who has signed; who has not stands out, for the version does not count without (R4). */
export function signaturesTable(
  { names }: BookPage,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): TableView {
  const signed = new Map(version.signatures.map((signature) => [signature.party, signature]));
  const missing: CellView =
    version.kind === 'by-notice'
      ? cell('nicht nötig')
      : { text: '', badge: { tone: 'danger', text: 'fehlt' } };
  return {
    id: 'unterschriften',
    caption: 'Schriftform und Unterschriften',
    columns: [{ label: 'Wer' }, { label: 'Tag' }],
    rows: [
      row([
        cell(`Schriftform (${versionKindNames[version.kind]})`),
        version.writtenOn === undefined ? missing : dayCell(version.writtenOn),
      ]),
      ...partiesOf(contract).map((party) => {
        const signature = signed.get(party);
        const example = signature?.example;
        return row([
          cell(names.party(party)),
          signature === undefined
            ? missing
            : { ...dayCell(signature.signedOn), ...(example !== undefined && { example }) },
        ]);
      }),
    ],
    footer: [],
  };
}

function dayCell(day: PlainDate | undefined): CellView {
  return day === undefined ? BLANK : cell(formatGermanDay(day));
}
