import { partiesOf } from '../../contracts/contracts.js';
import type { HistoryEntry } from '../../programmes/fact-history.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type { PartnerDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { recordedCell, recorderText } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { contractState } from '../contracts/contract-state.js';
import { typedText } from '../editing/field-text.js';
import { fieldsOf } from '../editing/form-input.js';
import { paths } from '../paths.js';
import { partnerSteps } from './partner.steps.js';
import { sectorNames } from './partner.words.js';

/** "Partner": address and account, contracts, and what was changed when. */
export interface PartnerDetailView {
  readonly facts: readonly MetaView[];
  readonly note: string;
  readonly contracts: TableView | undefined;
  readonly history: TableView;
}

export function partnerDetailView(
  page: BookPage,
  partner: Recorded<PartnerDefinition>,
  history: readonly HistoryEntry[],
): PartnerDetailView {
  return {
    facts: factsOf(partner),
    note: partner.fact.note ?? '',
    contracts: contractsOf(page, partner.fact.id),
    history: historyOf(history),
  };
}

function factsOf(partner: Recorded<PartnerDefinition>): readonly MetaView[] {
  const { shortName, sector, otherNames, address, bankAccount, id } = partner.fact;
  const { street, houseNumber, postcode, city } = address;
  return [
    { label: 'Art', value: cell(sectorNames[sector]) },
    { label: 'Kurzname', value: cell(shortName) },
    ...(otherNames.length === 0
      ? []
      : [{ label: 'Weitere Namen', value: cell(otherNames.join(', ')) }]),
    { label: 'Anschrift', value: cell(`${street} ${houseNumber}, ${postcode} ${city}`) },
    {
      label: 'Bankverbindung',
      value: cell(typedText({ kind: 'iban' }, bankAccount.iban), { sub: bankAccount.holder }),
    },
    { label: 'Kennung', value: cell(id) },
    { label: 'Zuletzt erfasst', value: recordedCell(partner) },
  ];
}

function contractsOf(page: BookPage, id: string): TableView | undefined {
  const contracts = page.facts.contracts.filter((contract) => partiesOf(contract).includes(id));
  if (contracts.length === 0) return undefined;
  return {
    id: 'vertraege',
    caption: 'Verträge des Partners',
    columns: [{ label: 'Vertrag' }, { label: 'Aktenzeichen', nowrap: true }, { label: 'Stand' }],
    rows: contracts.map((contract) =>
      row([
        cell(contract.title, { href: page.link(paths.contract(contract.id)) }),
        cell(contract.fileReference),
        { text: '', badge: contractState(contract, page.asOf.on) },
      ]),
    ),
    footer: [],
  };
}

function historyOf(history: readonly HistoryEntry[]): TableView {
  return {
    id: 'verlauf',
    caption: 'Verlauf der Änderungen, die neueste zuerst',
    columns: [
      { label: 'Tag' },
      { label: 'Von' },
      { label: 'Grund' },
      { label: 'Was sich änderte' },
    ],
    rows: history.map(rowOf),
    footer: [],
  };
}

function rowOf({ recordedAt, recordedBy, reason, differences }: HistoryEntry): RowView {
  const changes = differences.map(changeText).join('; ');
  return row([
    cell(formatGermanDay(dayInGermany(recordedAt))),
    cell(recorderText(recordedBy)),
    cell(reason),
    cell(changes === '' ? 'aufgenommen' : changes),
  ]);
}

const LABELS: ReadonlyMap<string, string> = new Map(
  fieldsOf(partnerSteps(false)).map(({ path, label }) => [path, label]),
);

/** "IBAN: DE02 … (bisher DE89 …)" */
function changeText({ path, before, after }: HistoryEntry['differences'][number]): string {
  return `${LABELS.get(path) ?? path}: ${after || '–'} (bisher ${before || '–'})`;
}
