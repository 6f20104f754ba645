import { cents, type Cents } from '../../domain/money/cents.js';
import { fte, ZERO_FTE, type Fte } from '../../domain/proration/fte.js';

/** A station of the picture while it is put together: sums grow as bands arrive. */
export interface Station {
  readonly id: string;
  readonly column: number;
  readonly name: string;
  readonly fte: Fte;
  /** The component that a purpose belongs to; '' for others. */
  readonly component: string;
}

export interface Band {
  readonly source: string;
  readonly target: string;
  readonly cents: Cents;
}

/** Stations named once, with VzÄ added up, and bands between them, with euros added up. */
export class FlowStations {
  private readonly stationsById = new Map<string, Station>();
  private readonly bandsByEnds = new Map<string, Band>();

  /** Names a station, or adds VzÄ to the one of this id. */
  add(
    id: string,
    column: number,
    name: string,
    { share = ZERO_FTE, component = '' }: { share?: Fte; component?: string } = {},
  ): string {
    const known = this.stationsById.get(id);
    const sum = fte((known?.fte ?? 0) + share);
    this.stationsById.set(id, { id, column, name: known?.name ?? name, fte: sum, component });
    return id;
  }

  band(source: string, target: string, amount: Cents): void {
    if (amount <= 0n) return;
    const key = `${source}\n${target}`;
    const sum = cents((this.bandsByEnds.get(key)?.cents ?? 0n) + amount);
    this.bandsByEnds.set(key, { source, target, cents: sum });
  }

  get bands(): readonly Band[] {
    return [...this.bandsByEnds.values()];
  }

  /** Stations that money passes, each with the larger of what comes in and what goes out. */
  get stations(): readonly (Station & { readonly cents: Cents })[] {
    const sum = (id: string, end: 'source' | 'target'): bigint =>
      this.bands.reduce((total, band) => (band[end] === id ? total + band.cents : total), 0n);
    return [...this.stationsById.values()]
      .map((station) => {
        const [into, out] = [sum(station.id, 'target'), sum(station.id, 'source')];
        return { ...station, cents: cents(into > out ? into : out) };
      })
      .filter((station) => station.cents > 0n);
  }
}
