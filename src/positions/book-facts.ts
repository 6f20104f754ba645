import { Injectable } from '@nestjs/common';
import { Contracts, lineIdsOf } from '../contracts/contracts.js';
import type { Instant } from '../domain/calendar/instant.js';
import { grantedLines, Grants, type GrantedLine } from '../grants/grants.js';
import { acting } from '../identity/identity.js';
import { BookVersion } from '../platform/database/book-version.js';
import { Reader } from '../platform/database/reader.js';
import { groupBy } from '../platform/database/recorded.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  NoticeDefinition,
  PartnerDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { ownFacts } from './own-facts.rules.js';
import { readPositions } from './position.reading.js';
import { ReadCache } from '../platform/database/read-cache.js';

/** A line id with the contract that has it, and the line as its last version tells it. */
export interface AgreedLine {
  readonly contract: ContractDefinition;
  readonly line: AllocationLineDefinition;
}

/** The facts of the book as known at an instant, with the ways to find them. */
export interface BookFacts {
  /** Whose view it is: only what this partner's people may see. Absent: the whole book. */
  readonly partner?: string;
  readonly notices: readonly NoticeDefinition[];
  readonly partners: ReadonlyMap<string, PartnerDefinition>;
  readonly contracts: readonly ContractDefinition[];
  readonly positions: readonly PositionDefinition[];
  readonly noticeLines: ReadonlyMap<string, GrantedLine>;
  readonly lines: ReadonlyMap<string, AgreedLine>;
  readonly positionsByLine: ReadonlyMap<string, readonly PositionDefinition[]>;
  /** Lines that a line funds (third tier), in any year. */
  readonly subLines: ReadonlyMap<string, readonly string[]>;
}

export type FactLists = Pick<BookFacts, 'notices' | 'contracts' | 'positions'> & {
  readonly partners: readonly PartnerDefinition[];
};

const BOOKS_KEPT = 3;

/** Reads the whole book in a handful of questions, and keeps it until it changes. */
@Injectable()
export class BookFactsReader {
  private readonly cache: ReadCache<BookFacts>;

  /** What partners see of a state of the book. */
  private readonly own = new WeakMap<BookFacts, Map<string, BookFacts>>();

  constructor(
    version: BookVersion,
    private readonly reader: Reader,
    private readonly grants: Grants,
    private readonly contracts: Contracts,
  ) {
    this.cache = new ReadCache(version, BOOKS_KEPT);
  }

  /** The book as far as whoever asks may see it: all of it, or what concerns their organisation. */
  async read(knownAt?: Instant): Promise<BookFacts> {
    const { partner } = acting();
    const whole = await this.whole(knownAt);
    return partner === undefined ? whole : this.ownOf(whole, partner);
  }

  /** All of it, whoever asks: for what no page shows as it is. */
  whole(knownAt?: Instant): Promise<BookFacts> {
    return this.cache.get(knownAt ?? '', () => this.readWithin(this.reader, knownAt));
  }

  /** The book as a transaction sees it, with its own writing; not kept. */
  async readWithin(source: RevisionSource, knownAt?: Instant): Promise<BookFacts> {
    const notices = await this.grants.notices(source, knownAt);
    const partners = await this.contracts.partners(source, { knownAt });
    const contracts = await this.contracts.contracts(source, { knownAt });
    const positions = await readPositions(source, { knownAt });
    return bookFacts({
      notices: notices.map(({ fact }) => fact),
      partners: partners.map(({ fact }) => fact),
      contracts: contracts.map(({ fact }) => fact),
      positions: positions.map(({ fact }) => fact),
    });
  }

  private ownOf(whole: BookFacts, partner: string): BookFacts {
    const views = this.own.get(whole) ?? new Map<string, BookFacts>();
    this.own.set(whole, views);
    const own = views.get(partner) ?? ownFacts(whole, partner);
    views.set(partner, own);
    return own;
  }
}

/** Puts the facts of a book side by side, so that each can be found by what refers to it. */
export function bookFacts({ notices, partners, contracts, positions }: FactLists): BookFacts {
  const onLines = positions.filter(({ allocationLine }) => allocationLine !== undefined);
  return {
    notices,
    contracts,
    positions,
    partners: new Map(partners.map((partner) => [partner.id, partner])),
    noticeLines: grantedLines(notices),
    lines: new Map(contracts.flatMap(agreedLines)),
    positionsByLine: groupBy(onLines, ({ allocationLine }) => allocationLine ?? ''),
    subLines: subLinesOf(contracts),
  };
}

function agreedLines(contract: ContractDefinition): readonly (readonly [string, AgreedLine])[] {
  return lineIdsOf(contract).flatMap((lineId) => {
    const line = contract.versions
      .flatMap(({ lines }) => lines.filter(({ id }) => id === lineId))
      .at(-1);
    return line ? [[lineId, { contract, line }] as const] : [];
  });
}

function subLinesOf(
  contracts: readonly ContractDefinition[],
): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>();
  for (const line of contracts.flatMap(({ versions }) => versions.flatMap(({ lines }) => lines))) {
    for (const funding of line.funding) {
      if (funding.source !== 'allocation-line') continue;
      const known = below.get(funding.allocationLine) ?? [];
      if (!known.includes(line.id)) known.push(line.id);
      below.set(funding.allocationLine, known);
    }
  }
  return below;
}

/** The posts of a line and of all lines below it, however deep. */
export function positionsUnder(facts: BookFacts, lineId: string): readonly PositionDefinition[] {
  return linesUnder(facts, [lineId]).flatMap((id) => facts.positionsByLine.get(id) ?? []);
}

/** The lines and all lines below them, however deep. */
export function linesUnder({ subLines }: BookFacts, lineIds: readonly string[]): readonly string[] {
  const lines = new Set(lineIds);
  for (const id of lines) subLines.get(id)?.forEach((below) => lines.add(below));
  return [...lines];
}
