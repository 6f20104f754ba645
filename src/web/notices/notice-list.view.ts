import { formatEuro } from '../../domain/money/amount-text.js';
import { sumCents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import { countText, fteText } from '../book/words.js';
import type { NoteView, TileView } from '../components/parts.js';
import type { BeginButtonView } from '../editing/begin-button.js';
import type { ListView, ShownList } from '../lists/list.view.js';
import type { NoticeLineUse } from './notice-use.js';
import { counted, type NoticeRow } from './notices.list.js';

/** "Bescheide": what the Land granted in a year, and where it goes. */
export interface NoticeListView {
  readonly tiles: readonly TileView[];
  readonly list: ListView;
  readonly notes: readonly NoteView[];
  readonly buttons: readonly BeginButtonView[];
}

export function noticeListView(
  { view, rows, selection }: ShownList<NoticeRow>,
  buttons: readonly BeginButtonView[],
): NoticeListView {
  return {
    tiles: rows.length === 0 ? [] : keptTiles(selection),
    list: view,
    notes: rows.length === 0 ? [] : [NOTE],
    buttons,
  };
}

const NOTE: NoteView = {
  tone: '',
  texts: [
    'Weitergeleitet: was Verträge im Jahr höchstens hergeben. Eigene Stellen: was die Stellen des Kreises kosten dürfen, wenn sie das ganze Jahr besetzt sind. Rest: was der Kreis selbst für Maßnahmen, Sachausgaben und Veranstaltungen behält oder noch nicht verplant hat. Ein Strich heißt: nichts davon in diesem Bescheid.',
  ],
};

const kept = new WeakMap<object, readonly TileView[]>();

/** Of all lines that fit, on whatever page of the list. */
function keptTiles(selection: ShownList<NoticeRow>['selection']): readonly TileView[] {
  const tiles = kept.get(selection) ?? tilesOf(selection.rows);
  kept.set(selection, tiles);
  return tiles;
}

function tilesOf(entries: readonly NoticeRow[]): readonly TileView[] {
  const uses = entries.filter(counted).map(({ use }) => use);
  const sum = (of: (use: NoticeLineUse) => NoticeLineUse['ownCents']): string =>
    formatEuro(sumCents(uses.map(of)));
  const notices = new Set(entries.map(({ notice }) => notice.id)).size;
  const shortages = uses.filter(({ short }) => short).length;
  return [
    {
      label: 'Bewilligt',
      figure: sum(({ line }) => line.amountCents),
      lines: [countText(notices, 'Bescheid', 'Bescheide')],
      tone: '',
    },
    {
      label: 'Weitergeleitet',
      figure: sum(({ forwardedCents }) => forwardedCents),
      lines: [fteText(sumFte(uses.map(({ forwardedFte }) => forwardedFte)))],
      tone: '',
    },
    {
      label: 'Eigene Stellen',
      figure: sum(({ ownCents }) => ownCents),
      lines: [fteText(sumFte(uses.map(({ ownFte }) => ownFte)))],
      tone: '',
    },
    {
      label: 'Rest',
      figure: sum(({ restCents }) => restCents),
      lines: [
        shortages === 0
          ? 'nirgends überbucht'
          : countText(shortages, 'Zeile überbucht', 'Zeilen überbucht'),
      ],
      tone: shortages === 0 ? 'muted' : 'danger',
    },
  ];
}
