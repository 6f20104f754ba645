import type { BookPage } from '../book/book-page.js';
import type { TileView } from '../components/parts.js';
import type { ListView, ShownList } from '../lists/list.view.js';
import type { EntitlementRow } from './entitlement-row.js';
import { entitlementTiles } from './entitlement-tiles.view.js';

/** "Ansprüche": what the contracts yield in a year, by partner, line and post. */
export interface EntitlementListView {
  readonly tiles: readonly TileView[];
  readonly list: ListView;
  readonly note: string;
}

const kept = new WeakMap<object, readonly TileView[]>();

export function entitlementListView(
  page: BookPage,
  { view, selection }: ShownList<EntitlementRow>,
): EntitlementListView {
  const tiles = kept.get(selection) ?? tilesOf(page, selection.rows);
  kept.set(selection, tiles);
  return {
    tiles,
    list: view,
    note: 'Der Anspruch folgt der besetzten Zeit und ist höchstens der Höchstbetrag der Zeile. Sobald ein Nachweis anerkannt ist, zählen höchstens die nachgewiesenen Ausgaben. Die Summe zählt die Zeilen, die der Kreis weiterleitet: Stellen stecken in ihrer Zeile, und was ein Empfänger weiterleitet, in der Zeile darüber.',
  };
}

/** The sums of the lines that fit; none where only posts do. */
function tilesOf(page: BookPage, rows: readonly EntitlementRow[]): readonly TileView[] {
  const lines = rows.flatMap(({ line, post }) => (line && post === undefined ? [line] : []));
  return lines.length === 0 ? [] : entitlementTiles(page, lines);
}
