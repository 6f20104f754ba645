import { partiesOf } from '../../contracts/contracts.js';
import type { HistoryEntry } from '../../programmes/fact-history.js';
import type { Recorded } from '../../platform/database/recorded.js';
import {
  PARTNER_SECTORS,
  type PartnerDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { historyTable } from '../book/history.view.js';
import { recordedCell } from '../book/words.js';
import type { MetaView, TileView } from '../components/parts.js';
import { cell, row, type TableView } from '../components/table.js';
import { contractState } from '../contracts/contract-state.js';
import { typedText } from '../editing/field-text.js';
import { fieldsOf } from '../editing/form-input.js';
import type { Posted } from '../ledger/money-standings.js';
import { postedLines, type PostedLinesView } from '../ledger/posted-lines.view.js';
import { paths } from '../paths.js';
import { partnerLines, partnerPositions, partnerTiles } from './partner-year.view.js';
import { partnerSteps } from './partner.steps.js';
import { sectorNames } from './partner.words.js';

/** "Partner": address and account, what it gets in the year and why, and what was changed when. */
export interface PartnerDetailView {
  readonly facts: readonly MetaView[];
  readonly note: string;
  readonly yearTitle: string;
  readonly tiles: readonly TileView[];
  readonly lines: TableView | undefined;
  /** What stands in place of lines. */
  readonly nothing: string;
  readonly positions: TableView | undefined;
  /** Absent while nothing is posted. */
  readonly posted: PostedLinesView | undefined;
  readonly contracts: TableView | undefined;
  readonly history: TableView;
}

export function partnerDetailView(
  page: BookPage,
  partner: Recorded<PartnerDefinition>,
  { history, posted }: { readonly history: readonly HistoryEntry[]; readonly posted: Posted },
): PartnerDetailView {
  const { id, note = '' } = partner.fact;
  return {
    facts: factsOf(page, partner),
    note,
    yearTitle: `Im Förderjahr ${page.asOf.year}`,
    tiles: partnerTiles(page, id),
    lines: partnerLines(page, id),
    nothing:
      page.facts.partner === undefined
        ? 'In diesem Jahr bekommt der Partner nichts.'
        : 'In diesem Jahr bekommt Ihre Organisation nichts.',
    positions: partnerPositions(page, id),
    posted: postedLines(page, posted),
    contracts: contractsOf(page, id),
    history: historyTable(page, history, {
      caption: 'Verlauf des Partners',
      path: paths.partner(id),
      place: placeText,
      value: valueText,
    }),
  };
}

function factsOf(page: BookPage, partner: Recorded<PartnerDefinition>): readonly MetaView[] {
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
    { label: 'Zuletzt erfasst', value: recordedCell(page, partner) },
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

const LABELS: ReadonlyMap<string, string> = new Map([
  ...fieldsOf(partnerSteps(false)).map(({ path, label }) => [path, label] as const),
  ['example', 'Beispiel'],
]);

/** "otherNames[1]" -> "Weitere Namen" */
function placeText(path: string): string {
  return LABELS.get(path) ?? LABELS.get(path.replace(/\[.*$/, '')) ?? path;
}

function valueText(path: string, written: string): string | undefined {
  if (path === 'bankAccount.iban') return typedText({ kind: 'iban' }, written);
  const sector = path === 'sector' && PARTNER_SECTORS.find((known) => known === written);
  return sector ? sectorNames[sector] : undefined;
}
