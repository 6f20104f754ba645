import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Capacity } from '../capacity/capacity.js';
import {
  allocationLineHolder,
  Contracts,
  LineWatchers,
  type LineNamer,
  type LineUser,
  type LineSpan,
  type LineWatcher,
} from '../contracts/contracts.js';
import { UnknownAllocationLine } from '../contracts/contracts.errors.js';
import { Grants, noticeLineHolder } from '../grants/grants.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Programmes } from '../programmes/programmes.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import {
  plannedShare,
  positionHolder,
  useOfLine,
  useOfNoticeLine,
} from './position-capacity.rules.js';
import { ratesOf } from './programme-figures.js';
import { readPositions } from './position.reading.js';

/**
 * Keeps R1 for posts: what each takes from its line, and what it grants to those who fill it (R9).
 * Called in the transaction that adds or corrects them.
 */
@Injectable()
export class PositionCapacities implements LineWatcher, LineUser, OnModuleInit {
  constructor(
    private readonly capacity: Capacity,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
    private readonly programmes: Programmes,
    private readonly watchers: LineWatchers,
  ) {}

  onModuleInit(): void {
    this.watchers.register(this);
    this.watchers.registerUser(this);
  }

  /** Posts that name one of the lines. */
  async userOfLines(tx: Tx, lineIds: readonly string[]): Promise<LineNamer | undefined> {
    const [first] = await readPositions(tx, { lines: lineIds });
    if (first?.fact.allocationLine === undefined) return undefined;
    return { line: first.fact.allocationLine, kind: 'position', id: first.fact.id };
  }

  /**
   * @param at told which post comes next, so that a refusal can name it
   * @throws CapacityExceeded, UnknownAllocationLine, UnknownNoticeLine
   */
  async statePositions(
    tx: Tx,
    positions: readonly PositionDefinition[],
    by: string,
    at: (position: PositionDefinition) => void,
  ): Promise<void> {
    const lineIds = positions.flatMap(({ allocationLine }) => allocationLine ?? []);
    const spans = await this.contracts.spansOfLines(tx, [...new Set(lineIds)]);
    for (const position of positions) {
      at(position);
      await this.statePosition(tx, position, spans, by);
    }
  }

  private async statePosition(
    tx: Tx,
    position: PositionDefinition,
    spansOfLines: ReadonlyMap<string, readonly LineSpan[]>,
    by: string,
  ): Promise<void> {
    const holder = positionHolder(position.id);
    const line = position.allocationLine;
    if (line !== undefined) {
      const spans = spansOfLines.get(line);
      if (spans === undefined) throw new UnknownAllocationLine({ line });
      await this.stateOnLine(tx, position, { lineId: line, spans }, by);
    }
    await this.stateOnNoticeLines(tx, position, by);
    await this.capacity.setGrant(tx, holder, holder, plannedShare(position), by);
  }

  /** Gives back what a post took of lines that it no longer names. */
  async release(
    tx: Tx,
    before: PositionDefinition,
    after: PositionDefinition,
    by: string,
  ): Promise<void> {
    const kept = new Set(holdersOf(after));
    for (const holder of holdersOf(before).filter((known) => !kept.has(known))) {
      await this.capacity.setUse(tx, holder, positionHolder(before.id), [], by);
    }
  }

  /** Gives back all that a post took, and what it granted to those who fill it. */
  async releaseAll(tx: Tx, position: PositionDefinition, by: string): Promise<void> {
    const own = positionHolder(position.id);
    for (const holder of new Set(holdersOf(position))) {
      await this.capacity.setUse(tx, holder, own, [], by);
    }
    await this.capacity.setGrant(tx, own, own, [], by);
  }

  /** A line has other days or figures: its posts take what they can of it. */
  async lineChanged(tx: Tx, lineId: string, { by }: CommandStatement): Promise<void> {
    const positions = await readPositions(tx, { lines: [lineId] });
    if (positions.length === 0) return;
    const spans = await this.contracts.lineSpans(tx, lineId);
    for (const { fact } of positions) await this.stateOnLine(tx, fact, { lineId, spans }, by);
  }

  private async stateOnLine(
    tx: Tx,
    position: PositionDefinition,
    { lineId, spans }: { readonly lineId: string; readonly spans: readonly LineSpan[] },
    by: string,
  ): Promise<void> {
    const uses = useOfLine(position, spans);
    const holder = allocationLineHolder(lineId);
    await this.capacity.setUse(tx, holder, positionHolder(position.id), uses, by);
  }

  private async stateOnNoticeLines(
    tx: Tx,
    position: PositionDefinition,
    by: string,
  ): Promise<void> {
    const ids = [...new Set((position.own?.funding ?? []).map(({ noticeLine }) => noticeLine))];
    for (const line of await this.grants.lines(tx, ids)) {
      const uses = useOfNoticeLine(position, line, ratesOf(this.programmes));
      const holder = noticeLineHolder(line.id);
      await this.capacity.setUse(tx, holder, positionHolder(position.id), uses, by);
    }
  }
}

/** The lines that a post names: the one of a partner, or notice lines. */
function holdersOf({ allocationLine, own }: PositionDefinition): readonly string[] {
  return [
    ...(allocationLine === undefined ? [] : [allocationLineHolder(allocationLine)]),
    ...(own?.funding ?? []).map(({ noticeLine }) => noticeLineHolder(noticeLine)),
  ];
}
