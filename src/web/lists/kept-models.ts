import type { BookPage } from '../book/book-page.js';
import type { ListDefinition } from './list-definition.js';
import { ListModel } from './list-model.js';

const MODELS_PER_BOOK = 4;

interface KeptModel<Row> {
  readonly figures: object;
  readonly flags: object;
  readonly model: ListModel<Row>;
}

/**
 * The models of one list, made once for the facts and figures that they show. Facts that the book
 * has left behind take their models with them; of one book the newest few years and days stay.
 */
export class KeptModels<Row> {
  private readonly kept = new WeakMap<object, KeptModel<Row>[]>();

  constructor(readonly definition: ListDefinition<Row>) {}

  of(page: BookPage): ListModel<Row> {
    const { contracts } = page.facts;
    const { lines, flags } = page.figures;
    const ofBook = this.kept.get(contracts) ?? [];
    const known = ofBook.find((entry) => entry.figures === lines && entry.flags === flags);
    if (known !== undefined) return known.model;
    const model = new ListModel(this.seenBy(page.facts.partner), page);
    this.kept.set(contracts, [
      ...ofBook.slice(-(MODELS_PER_BOOK - 1)),
      { figures: lines, flags, model },
    ]);
    return model;
  }

  private seenBy(partner: string | undefined): ListDefinition<Row> {
    if (partner === undefined) return this.definition;
    return { ...this.definition, ...this.definition.forPartners?.(partner) };
  }
}
