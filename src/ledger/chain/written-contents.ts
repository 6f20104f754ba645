import { Injectable } from '@nestjs/common';

const KEPT_MAX = 2_000;

/**
 * The canonical texts of entries that this instance has just written, until they are chained. Only
 * a short cut: what is not here is read from the rows, and `verify` holds the chain to the rows.
 */
@Injectable()
export class WrittenContents {
  private readonly texts = new Map<string, string>();

  keep(id: string, text: string): void {
    if (this.texts.size >= KEPT_MAX) this.texts.clear(); // an import: its rows are read in batches
    this.texts.set(id, text);
  }

  take(id: string): string | undefined {
    const text = this.texts.get(id);
    this.texts.delete(id);
    return text;
  }
}
