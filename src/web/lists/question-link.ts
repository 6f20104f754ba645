import { withQuery } from '../as-of/as-of-bar.view.js';
import type { Pair } from './list-state.js';

/** A question in an address, with other values for some names; '' takes a name out. */
export function questionLink(
  path: string,
  { pairs }: { readonly pairs: readonly Pair[] },
  changes: Readonly<Record<string, string>> = {},
): string {
  const kept = pairs.filter(({ name }) => changes[name] === undefined);
  const added = Object.entries(changes).map(([name, value]) => ({ name, value }));
  return withQuery(
    path,
    [...kept, ...added].filter(({ value }) => value !== ''),
  );
}
