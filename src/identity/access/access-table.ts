import { strict as assert } from 'node:assert';
import { isPerson, type Acting } from '../acting.js';
import type { AccessRow, Reach } from './access.types.js';

/** The table of rights: which route is for whom. The guard reads it, and so does the test. */
export class AccessTable {
  private readonly byRoute: ReadonlyMap<string, AccessRow>;

  /** @throws AssertionError if two rows are about the same route */
  constructor(readonly rows: readonly AccessRow[]) {
    this.byRoute = new Map(rows.map((row) => [row.route, row]));
    assert.equal(this.byRoute.size, rows.length, 'one row per route');
  }

  /** @param route "GET /vertraege/:id" */
  row(route: string): AccessRow | undefined {
    return this.byRoute.get(route);
  }

  /**
   * How far somebody's rights reach on a route; undefined: not at all. With several roles the
   * farthest counts; a program is no person where only a person may act.
   */
  reach({ rights, isOpen, isForAll, ...row }: AccessRow, who: Acting): Reach | undefined {
    if (isOpen) return 'any';
    if (row.isBeforeFactor && who.lacksSecondFactor) return 'any';
    if (row.isPersonal && !isPerson(who.ref)) return undefined;
    if (isForAll && isKnown(who)) return 'any';
    const reaches = who.roles.map((role) => rights[role]);
    return reaches.includes('any') ? 'any' : reaches.find((reach) => reach !== undefined);
  }

  /** Whether somebody may call a route at all, on whatever object: for buttons and ways on a page. */
  may(who: Acting, route: string): boolean {
    const row = this.row(route);
    return row !== undefined && this.reach(row, who) !== undefined;
  }
}

/** A program with a role, or a person who has signed in: also one whose roles are not in force yet. */
function isKnown({ ref, roles, lacksSecondFactor }: Acting): boolean {
  return roles.length > 0 || (isPerson(ref) && !lacksSecondFactor);
}
