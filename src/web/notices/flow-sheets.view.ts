import type { LineEffect, OwnPostEffect, PostEffect } from '../../amendments/effects.types.js';
import type { Derivation } from '../../domain/derivation/derivation.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import type { TableView } from '../components/table.js';

/** How the figures of a line or a post come about, new and as they were. */
export interface FlowSheet {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly table: TableView }[];
}

/** Where the sheet of a line or post stands on the page. */
export function sheetId(key: string, year: number): string {
  return `blatt-${key}-${year.toString()}`;
}

export function lineSheets({ line, year, title, before, after }: LineEffect): readonly FlowSheet[] {
  return sheetOf(line, year, title, [
    ['Anspruch neu', after.derivation()],
    ['Anspruch bisher', before.derivation()],
    ['Höchstbetrag neu', after.ceilingCents === 0n ? undefined : after.ceilingDerivation()],
    ['Höchstbetrag bisher', before.ceilingCents === 0n ? undefined : before.ceilingDerivation()],
  ]);
}

export function postSheets({ line, year, posts }: LineEffect): readonly FlowSheet[] {
  return posts.flatMap((post) => postSheet(`${line}-${post.position}`, year, post));
}

export function ownPostSheets(year: number, post: OwnPostEffect): readonly FlowSheet[] {
  return postSheet(post.position, year, post);
}

function postSheet(
  key: string,
  year: number,
  { label, before, after }: PostEffect,
): readonly FlowSheet[] {
  return sheetOf(key, year, label, [
    ['Anspruch neu', after.derivation()],
    ['Anspruch bisher', before.derivation()],
  ]);
}

function sheetOf(
  key: string,
  year: number,
  title: string,
  derivations: readonly (readonly [string, Derivation | undefined])[],
): readonly FlowSheet[] {
  const id = sheetId(key, year);
  const parts = derivations.flatMap(([heading, derivation], index) => {
    if (derivation === undefined) return [];
    const table = calculationSheet(`${id}-${index.toString()}`, derivation);
    const caption = `${heading}: ${title}, ${year.toString()}`;
    return [{ heading, table: { ...table, caption } }];
  });
  return parts.length === 0 ? [] : [{ id, title: `${title}, ${year.toString()}`, parts }];
}
