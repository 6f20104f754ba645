import { stretches, type Slice } from '../capacity/capacity.js';
import { maxDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { FULL_TIME, formatFte, fte, type Fte } from '../domain/proration/fte.js';
import { overlap } from '../domain/calendar/period.js';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { useOfPerson } from './position-capacity.rules.js';

/** The post that a charge is for, as far as people name it. */
export type ChargedPost = Pick<PositionDefinition, 'id' | 'label' | 'employer'>;

/** R11 counts posts of others too; whose they are stays with them. */
export const UNNAMED_POST: ChargedPost = { id: '', label: 'einer anderen Stelle', employer: '' };

/** Days on which an occupancy takes its share of its post, or of its person. */
export interface Charge extends Slice {
  readonly occupancy: OccupancyDefinition;
  readonly position: ChargedPost;
}

/** All charges together, day by day, as stretches of equal shares. */
export type Shares = ReturnType<typeof stretches>;

/** The first day on which too much is charged, and how much that would be. */
export interface Excess {
  readonly day: PlainDate;
  readonly total: Fte;
}

export function sharesOf(charges: readonly Charge[]): Shares {
  return stretches(charges);
}

/** The first of the days of `own` on which all charges together are above the limit. */
export function excessWithin(
  own: readonly Slice[],
  shares: Shares,
  limit: Fte,
): Excess | undefined {
  for (const { period } of own) {
    const above = shares.find(
      (stretch) => stretch.amount > BigInt(limit) && overlap(stretch.period, period),
    );
    if (above === undefined) continue;
    return { day: maxDate(above.period.from, period.from), total: fte(Number(above.amount)) };
  }
  return undefined;
}

/** An occupancy at its post. */
export interface PersonSpell {
  readonly occupancy: OccupancyDefinition;
  readonly position: ChargedPost;
}

/** What one person is charged with, over all posts, whoever employs them. */
export class PersonCharges {
  private readonly charges: readonly Charge[];
  private readonly shares: Shares;

  constructor(spells: readonly PersonSpell[]) {
    this.charges = spells.flatMap((spell) =>
      useOfPerson(spell.occupancy).map((slice) => ({ ...slice, ...spell })),
    );
    this.shares = sharesOf(this.charges);
  }

  /** R11: the first day on which the person would be charged above 1.0 by this occupancy. */
  excessOf(occupancy: OccupancyDefinition): Excess | undefined {
    return excessWithin(useOfPerson(occupancy), this.shares, FULL_TIME);
  }

  /** The most that is charged on a day of this occupancy. */
  peakOf(occupancy: OccupancyDefinition): Fte {
    const own = useOfPerson(occupancy);
    const met = this.shares.filter((stretch) =>
      own.some(({ period }) => overlap(stretch.period, period)),
    );
    return fte(met.reduce((most, { amount }) => Math.max(most, Number(amount)), 0));
  }

  /** Who charges the person on a day: "1,0 an LÜN-KIM2-1, 0,5 an AWO-1". */
  private on(day: PlainDate): string {
    return this.charges
      .filter(({ period: { from, to } }) => from <= day && day <= to)
      .map(({ occupancy, position }) => `${formatFte(occupancy.share)} an ${position.label}`)
      .join(', ');
  }

  /**
   * R11: refused above 1.0; within it, a second employer at the same time is worth a look.
   * @see § 9 Abs. 4 TIntG NRW
   */
  findings({ occupancy, position }: PersonSpell): readonly FactFinding[] {
    const { personKey } = occupancy;
    const excess = this.excessOf(occupancy);
    if (excess !== undefined) {
      const message =
        `${personKey} wäre am ${formatGermanDay(excess.day)} mit ${formatFte(excess.total)} VzÄ ` +
        `abgerechnet, mehr als 1,0 (R11): ${this.on(excess.day)}.`;
      return [{ path: 'share', message, severity: 'error' }];
    }
    const own = useOfPerson(occupancy);
    const other = this.charges.find(
      (charge) =>
        charge.position.employer !== position.employer &&
        own.some(({ period }) => overlap(charge.period, period)),
    );
    if (other === undefined) return [];
    const message =
      `${personKey} ist zugleich mit ${formatFte(other.occupancy.share)} VzÄ an ` +
      `${other.position.label} bei einem anderen Arbeitgeber; zusammen nicht über 1,0 (R11).`;
    return [{ path: 'personKey', message, severity: 'warning' }];
  }
}
