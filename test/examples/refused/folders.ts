import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from './refusal.js';

/** Where the stories stand, one folder per code of a refusal. */
export const REFUSED = join('test', 'examples', 'refused');

/** The codes that have a folder. */
export function refusalFolders(): readonly string[] {
  return readdirSync(REFUSED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

export async function refusalIn(code: string): Promise<Refusal> {
  const { refusal } = (await import(`./${code}/refusal.js`)) as { readonly refusal: Refusal };
  return refusal;
}
