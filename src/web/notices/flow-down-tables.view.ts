import type { FlowDownPicture, NoticeLineFlow } from '../../amendments/flow-down.queries.js';
import type { BookPage } from '../book/book-page.js';
import type { NoteView } from '../components/parts.js';
import { cell, moneyCell, row, type CellView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { changedFte, changedMoney, differenceCell } from './changed-cell.js';
import { sheetId } from './flow-sheets.view.js';

/** What the notice says now and said before, and what is left of each line as the book stands. */
export function noticeLineFlowTable(
  lines: readonly NoticeLineFlow[],
  nameOf: (component: string) => string,
): TableView {
  return {
    id: 'bescheidzeilen',
    caption: 'Zeilen des Bescheids, bisher und neu',
    columns: [
      { label: 'Zeile' },
      { label: 'VzÄ', numeric: true },
      { label: 'Satz im Jahr', numeric: true },
      { label: 'Bewilligt', numeric: true },
      { label: 'Vergeben', numeric: true },
      { label: 'Rest', numeric: true },
    ],
    rows: lines.map((line) => {
      const { component, year, clause, before, after, now } = line;
      return row([
        cell(`${nameOf(component)}, ${year.toString()}`, { sub: clause }),
        changedFte(before.fte, after.fte),
        rateCell(line),
        changedMoney(before.amountCents, after.amountCents),
        moneyCell(now.usedCents),
        moneyCell(
          now.freeCents,
          now.shortages.length === 0 ? {} : { badge: { tone: 'danger', text: 'überbucht' } },
        ),
      ]);
    }),
    footer: [],
  };
}

/** The sums for 1.0 VzÄ that became others; where none did, the sums that stand there. */
function rateCell({ units, unitsAfter }: NoticeLineFlow): CellView {
  const [change] = units;
  if (change !== undefined) return changedMoney(change.beforeCents, change.afterCents);
  const [rate] = unitsAfter;
  return unitsAfter.length === 1 && rate !== undefined ? moneyCell(rate) : cell('–');
}

/** Posts of the Kreis itself on a changed line: their rate stands in the programme. */
export function ownPostTable(page: BookPage, { ownPosts, effects }: FlowDownPicture): TableView {
  const found = effects.years.flatMap(({ year, ownPosts: own }) =>
    own.map((post) => ({ year, post })),
  );
  const waiting = new Set(
    ownPosts.filter(({ needsProgrammeRate }) => needsProgrammeRate).map(({ position }) => position),
  );
  return {
    id: 'eigene-stellen',
    caption: 'Eigene Stellen des Kreises, bisher und neu',
    columns: [
      { label: 'Stelle' },
      { label: 'Ganzjährig besetzt', numeric: true },
      { label: 'Anspruch', numeric: true },
      { label: 'Unterschied', numeric: true },
    ],
    rows: found.map(({ year, post }) =>
      row([
        cell(`${post.label}, ${year.toString()}`, {
          href: page.link(paths.position(post.position)),
          ...(waiting.has(post.position) && {
            badge: { tone: 'warning', text: 'Satz fehlt im Förderprogramm' },
          }),
        }),
        changedMoney(post.plannedBeforeCents, post.plannedAfterCents),
        changedMoney(post.before.entitledCents, post.after.entitledCents, {
          explain: { href: `#${sheetId(post.position, year)}`, label: 'Rechenblatt' },
        }),
        differenceCell(post.differenceCents, post.differenceToDateCents, effects.on),
      ]),
    ),
    footer: [],
  };
}

/** Says where the new rate of own posts comes from, if it is not there yet. */
export function ownPostNotes({ ownPosts }: FlowDownPicture): readonly NoteView[] {
  const isWaiting = ownPosts.some(({ needsProgrammeRate }) => needsProgrammeRate);
  const text =
    'Der Satz eigener Stellen steht im Förderprogramm, und dort fehlt der neue Betrag noch. Die Tabelle zeigt, was er bedeutet; bis er dort steht, rechnen alle anderen Seiten diese Stellen mit dem bisherigen Satz.';
  return isWaiting ? [{ tone: 'warning', texts: [text] }] : [];
}
