import { strict as assert } from 'node:assert';
import type { FormKind } from './form-kind.js';
import { UnknownForm } from './editing.errors.js';

/** All forms of the product, by name. */
export class FormKinds {
  private readonly byName: ReadonlyMap<string, FormKind>;

  constructor(kinds: readonly FormKind[]) {
    this.byName = new Map(kinds.map((kind) => [kind.name, kind]));
    assert(this.byName.size === kinds.length, 'each form has a name of its own');
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  /** @throws UnknownForm */
  named(name: string): FormKind {
    const kind = this.byName.get(name);
    if (kind === undefined) throw new UnknownForm({ form: name });
    return kind;
  }
}
