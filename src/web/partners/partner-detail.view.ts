import { partiesOf } from '../../contracts/contracts.js';
import type { PartnerRevision } from '../../contracts/partners.queries.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type { PartnerDefinition } from '../../programmes/definitions/definition.js';
import { writeFact } from '../../programmes/definitions/fact-reading.js';
import type { BookPage } from '../book/book-page.js';
import { recordedCell, recorderText } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell, row, type RowView, type TableView } from '../components/table.js';
import { contractState } from '../contracts/contract-state.js';
import { summaryText, typedText } from '../editing/field-text.js';
import { fieldsOf, shownText } from '../editing/form-input.js';
import { flattened } from '../editing/form-path.js';
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
  history: readonly PartnerRevision[],
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

function historyOf(history: readonly PartnerRevision[]): TableView {
  return {
    id: 'verlauf',
    caption: 'Verlauf der Änderungen, die neueste zuerst',
    columns: [
      { label: 'Tag' },
      { label: 'Von' },
      { label: 'Grund' },
      { label: 'Was sich änderte' },
    ],
    rows: history.map((revision, index) => rowOf(revision, history[index + 1])),
    footer: [],
  };
}

function rowOf(revision: PartnerRevision, before: PartnerRevision | undefined): RowView {
  return row([
    cell(formatGermanDay(dayInGermany(revision.recordedAt))),
    cell(recorderText(revision.recordedBy)),
    cell(revision.reason),
    cell(before === undefined ? 'aufgenommen' : changesText(before.fact, revision.fact)),
  ]);
}

/** "IBAN: DE02 … (bisher DE89 …)" */
function changesText(before: PartnerDefinition, after: PartnerDefinition): string {
  const [was, now] = [before, after].map((fact) => flattened(writeFact(fact)));
  const changes = fieldsOf(partnerSteps(false)).flatMap((field) => {
    const [old = '', present = ''] = [was, now].map((flat) =>
      summaryText(field, shownText(field, flat ?? [])),
    );
    return old === present ? [] : [`${field.label}: ${present || '–'} (bisher ${old || '–'})`];
  });
  return changes.length === 0 ? 'nichts' : changes.join('; ');
}
