import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { FactRefused } from '../../programmes/programmes.errors.js';
import type { Dimensions, NewPosting } from '../ledger.types.js';

/** A dimension whose values are ids of things that later stages keep. */
export type IdDimension = Exclude<keyof Dimensions, 'budgetYear'>;

/** A later stage that knows what stands behind the ids of one dimension. */
export interface DimensionSource {
  readonly dimension: IdDimension;
  /**
   * What else belongs to whatever names the id: of an allocation line its contract, partner and, for
   * the budget year, its notice line. Undefined: there is no such thing.
   */
  resolve(tx: Tx, id: string, budgetYear: number | undefined): Promise<Dimensions | undefined>;
}

interface Told {
  /** What is asked of a posting that names it, in the nominative. */
  readonly name: string;
  readonly unknown: string;
}

/** From the narrowest to the widest: what a narrow one says is held against what is stated beside it. */
const DIMENSIONS: Readonly<Record<IdDimension, Told>> = {
  allocationLine: { name: 'Zuweisungszeile', unknown: 'Eine Zuweisungszeile' },
  noticeLine: { name: 'Bescheidzeile', unknown: 'Eine Bescheidzeile' },
  claim: { name: 'Forderung', unknown: 'Eine Forderung' },
  contract: { name: 'Vertrag', unknown: 'Einen Vertrag' },
  partner: { name: 'Partner', unknown: 'Einen Partner' },
  component: { name: 'Baustein', unknown: 'Einen Baustein' },
  programme: { name: 'Förderprogramm', unknown: 'Ein Förderprogramm' },
};
const ORDER = Object.keys(DIMENSIONS) as readonly IdDimension[];

/** Where later stages tell the ledger, which knows ids only, what belongs to them. */
@Injectable()
export class LineDirectory {
  private readonly sources = new Map<IdDimension, DimensionSource>();

  register(source: DimensionSource): void {
    this.sources.set(source.dimension, source);
  }

  /**
   * The postings with all that follows from what they name. A posting that names an allocation line
   * says for which budget year: sums stand per line and year.
   *
   * @throws FactRefused at each field that names what the book does not have, or contradicts another
   */
  async completed(tx: Tx, postings: readonly NewPosting[]): Promise<readonly NewPosting[]> {
    const mistakes: Mistake[] = [];
    const complete: NewPosting[] = [];
    const resolve = this.asking(tx);
    for (const [index, { account, cents, ...stated }] of postings.entries()) {
      const found = await this.follow(resolve, stated);
      complete.push({ account, cents, ...found.dimensions });
      const base = `postings[${index.toString()}]`;
      mistakes.push(...found.mistakes.map((each) => ({ ...each, path: `${base}.${each.path}` })));
    }
    if (mistakes.length === 0) return complete;
    throw new FactRefused(mistakes.map((mistake) => ({ ...mistake, severity: 'error' })));
  }

  /** Asks the same once for all postings of an entry. */
  private asking(tx: Tx): Resolve {
    const known = new Map<string, Promise<Dimensions | undefined>>();
    return (source, id, budgetYear) => {
      const question = [source.dimension, id, budgetYear].join('\u0000');
      const answer = known.get(question) ?? source.resolve(tx, id, budgetYear);
      known.set(question, answer);
      return answer;
    };
  }

  private async follow(resolve: Resolve, stated: Dimensions): Promise<Followed> {
    const mistakes: Mistake[] = [];
    let dimensions: Dimensions = stated;
    if (stated.allocationLine !== undefined && stated.budgetYear === undefined) {
      const message = 'Zu einer Zuweisungszeile gehört das Haushaltsjahr.';
      mistakes.push({ path: 'budgetYear', message });
    }
    for (const dimension of ORDER) {
      const id = stated[dimension];
      const source = this.sources.get(dimension);
      if (id === undefined || source === undefined) continue;
      const more = await resolve(source, id, stated.budgetYear);
      const { name, unknown } = DIMENSIONS[dimension];
      if (more === undefined) {
        mistakes.push({ path: dimension, message: `${unknown} „${id}“ kennt das Buch nicht.` });
        continue;
      }
      mistakes.push(...contradictions(dimensions, more, `${name} „${id}“`));
      dimensions = { ...more, ...dimensions };
    }
    return { dimensions, mistakes };
  }
}

type Resolve = (
  source: DimensionSource,
  id: string,
  budgetYear: number | undefined,
) => Promise<Dimensions | undefined>;

interface Mistake {
  readonly path: string;
  readonly message: string;
}

interface Followed {
  readonly dimensions: Dimensions;
  readonly mistakes: readonly Mistake[];
}

function contradictions(stated: Dimensions, more: Dimensions, of: string): readonly Mistake[] {
  return (Object.keys(more) as (keyof Dimensions)[])
    .filter((name) => stated[name] !== undefined && stated[name] !== more[name])
    .map((name) => {
      const message = `Das passt nicht zu ${of}: Dort steht „${String(more[name])}“.`;
      return { path: name, message };
    });
}
