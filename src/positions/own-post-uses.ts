import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Capacity } from '../capacity/capacity.js';
import {
  Grants,
  noticeLineHolder,
  NoticeLineWatchers,
  type NoticeLineWatcher,
  type NoticeUse,
  type NoticeUser,
  type TakenBack,
} from '../grants/grants.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { KREIS, type PositionDefinition } from '../programmes/definitions/definition.js';
import { Programmes } from '../programmes/programmes.js';
import { positionHolder, useOfNoticeLine } from './position-capacity.rules.js';
import { readPositions } from './position.reading.js';
import { ratesOf } from './programme-figures.js';

/** The Kreis's own posts rest on notice lines: they follow when these change (R1, R10). */
@Injectable()
export class OwnPostUses implements NoticeLineWatcher, NoticeUser, OnModuleInit {
  constructor(
    private readonly capacity: Capacity,
    private readonly grants: Grants,
    private readonly programmes: Programmes,
    private readonly watchers: NoticeLineWatchers,
  ) {}

  onModuleInit(): void {
    this.watchers.register(this);
    this.watchers.registerUser(this);
  }

  /** The posts take of the lines what fits: a cut never fails because of them. */
  async noticeLinesChanged(tx: Tx, lineIds: readonly string[], by: string): Promise<void> {
    const positions = await ownPositions(tx);
    if (positions.length === 0) return;
    for (const line of await this.grants.lines(tx, lineIds)) {
      const holder = noticeLineHolder(line.id);
      for (const position of positions.filter((own) => isPaidBy(own, line.id))) {
        const uses = useOfNoticeLine(position, line, ratesOf(this.programmes));
        await this.capacity.setUseAsFits(tx, holder, positionHolder(position.id), uses, by);
      }
    }
  }

  async userOf(tx: Tx, { lines }: TakenBack): Promise<NoticeUse | undefined> {
    if (lines.length === 0) return undefined;
    const user = (await ownPositions(tx)).find((own) => lines.some(({ id }) => isPaidBy(own, id)));
    return user && { kind: 'position', id: user.id };
  }
}

/** The Kreis's own posts. */
async function ownPositions(tx: Tx): Promise<readonly PositionDefinition[]> {
  const own = await readPositions(tx, { employers: [KREIS] });
  return own.map(({ fact }) => fact);
}

function isPaidBy({ own }: PositionDefinition, lineId: string): boolean {
  return own?.funding.some(({ noticeLine }) => noticeLine === lineId) === true;
}
