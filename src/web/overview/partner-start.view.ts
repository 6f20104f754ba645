import { partiesOf } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { sumCents } from '../../domain/money/cents.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { countText } from '../book/words.js';
import type { LinkView } from '../components/link.js';
import type { TileView } from '../components/parts.js';
import { BLANK, cell, fteCell, moneyCell, row, type TableView } from '../components/table.js';
import { proofDueCell } from '../contracts/contract-facts.view.js';
import { contractState, shownVersion } from '../contracts/contract-state.js';
import { lineRows } from '../lines/line-row.js';
import { partnerLines, partnerTiles } from '../partners/partner-year.view.js';
import { paths } from '../paths.js';
import { flagGroups, type FlagGroupView } from './flag-groups.view.js';
import type { OpenWork } from './open-work.js';
import { draftGroup, HINT, moreText, shown } from './open-work.view.js';

/** A partner's first page: what is theirs to do now, what they get, and from which contracts. */
export interface PartnerStartView {
  readonly groups: readonly FlagGroupView[];
  readonly yearTitle: string;
  readonly tiles: readonly TileView[];
  readonly lines: TableView | undefined;
  /** What they pass on; absent where they pass on nothing. */
  readonly passedOn: TableView | undefined;
  readonly contracts: TableView | undefined;
  readonly organisation: LinkView;
}

export function partnerStartView(
  page: BookPage,
  partner: string,
  openWork: OpenWork,
): PartnerStartView {
  return {
    groups: [
      ...signatureGroup(page, partner, openWork),
      ...flagGroups(page.figures.flags, page.link),
      ...draftGroup(openWork.drafts),
    ],
    yearTitle: `Im Förderjahr ${page.asOf.year.toString()}`,
    tiles: partnerTiles(page, partner),
    lines: partnerLines(page, partner),
    passedOn: passedOn(page, partner),
    contracts: contractsTable(page),
    organisation: {
      href: page.link(paths.partner(partner)),
      label: 'Anschrift, Bankverbindung und was gebucht ist',
    },
  };
}

/** Versions that were sent to be signed: the own signature first, then those of others. */
function signatureGroup(
  { facts, link }: BookPage,
  partner: string,
  { versions }: OpenWork,
): readonly FlagGroupView[] {
  if (versions.length === 0) return [];
  const isOurs = ({ contract, number }: OpenWork['versions'][number]): boolean => {
    const fact = facts.contracts.find(({ id }) => id === contract);
    const version = fact?.versions.find((known) => known.number === number);
    if (fact === undefined || version === undefined) return false;
    const isParty = partiesOf(fact).includes(partner);
    return isParty && !version.signatures.some(({ party }) => party === partner);
  };
  const ours = versions.filter(isOurs);
  const others = versions.filter((version) => !isOurs(version));
  const sentence = (text: string, waiting: typeof versions) => ({
    text,
    cases: shown(waiting).map(({ contract, contractTitle, number, title }) => ({
      label: `${contractTitle}: ${title}`,
      href: link(`${paths.contract(contract)}?fassung=${number.toString()}`),
    })),
  });
  return [
    {
      ...HINT,
      title: 'Vertrag wartet auf Unterschrift',
      count: countText(versions.length, 'Fassung', 'Fassungen'),
      rules: ['R4'],
      sentences: [
        ...(ours.length === 0 ? [] : [sentence('Ihre Unterschrift fehlt noch.', ours)]),
        ...(others.length === 0
          ? []
          : [sentence('Sie haben unterschrieben; andere Unterschriften fehlen noch.', others)]),
      ],
      more: moreText(versions.length),
    },
  ];
}

/** The third tier from above: what goes on to the towns, in all no more than the own lines. */
function passedOn(page: BookPage, partner: string): TableView | undefined {
  const lines = lineRows(page).filter(({ contract }) => contract.forwardedBy === partner);
  if (lines.length === 0) return undefined;
  const amounts = lines.flatMap(({ entitlement }) => entitlement?.amountCents ?? []);
  return {
    id: 'weitergabe',
    caption: `Was Sie ${page.asOf.year.toString()} weitergeben`,
    columns: [
      { label: 'An wen' },
      { label: 'VzÄ', numeric: true },
      { label: 'Höchstbetrag', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: lines.map(({ line, contract, ceilingCents, entitlement }) =>
      row([
        cell(page.names.party(line.partner), {
          href: page.link(paths.contract(contract.id)),
          sub: line.title,
        }),
        line.fte === 0 ? BLANK : fteCell(line.fte),
        moneyCell(ceilingCents),
        entitlement === undefined ? cell('–') : moneyCell(entitlement.amountCents),
      ]),
    ),
    footer: [
      row([
        cell('Summe'),
        BLANK,
        moneyCell(sumCents(lines.map(({ ceilingCents }) => ceilingCents))),
        moneyCell(sumCents(amounts)),
      ]),
    ],
  };
}

function contractsTable(page: BookPage): TableView | undefined {
  const { contracts } = page.facts;
  if (contracts.length === 0) return undefined;
  return {
    id: 'vertraege',
    caption: 'Verträge mit Stand und Nachweis',
    columns: [
      { label: 'Vertrag' },
      { label: 'Stand' },
      { label: `Nachweis für ${page.asOf.year.toString()} fällig` },
    ],
    rows: contracts
      .toSorted((a, b) => germanOrder(a.title, b.title))
      .map((contract) => contractRow(page, contract)),
    footer: [],
    phone: 'pairs',
  };
}

function contractRow(page: BookPage, contract: ContractDefinition) {
  const version = shownVersion(contract, page.asOf.on);
  const since = version && `${version.title}, ab ${formatGermanDay(version.inForceFrom)}`;
  return row([
    cell(contract.title, {
      href: page.link(paths.contract(contract.id)),
      ...(since !== undefined && { sub: since }),
    }),
    { text: '', badge: contractState(contract, page.asOf.on) },
    version === undefined ? BLANK : proofDueCell(page, version.terms),
  ]);
}
