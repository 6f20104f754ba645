import { addDays, formatGermanDay } from '../../../domain/calendar/plain-date.js';
import type { MovePreview } from '../../../positions/occupancy-preview.queries.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import { spellText } from '../../book/words.js';
import type { MetaView } from '../../components/parts.js';
import { BLANK, cell, fteCell, row, type RowView, type TableView } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { effectPanel } from '../entitlement-effect.view.js';
import type { OpenFormBook } from './form-book.js';
import { roomPanels } from './position-panels.js';

/** What a move does: to the post, to who fills it, to both lines. */
export function movePanels(
  position: PositionDefinition,
  { findings, moved, effects }: MovePreview,
  book: OpenFormBook,
): readonly FormPanel[] {
  const wrong = findings.filter(({ severity }) => severity === 'error');
  if (moved === undefined || wrong.length > 0) {
    const texts = wrong.map(({ message }) => message);
    return [{ title: 'Das geht noch nicht', notes: [{ tone: 'danger', texts }] }];
  }
  const { before, after } = moved;
  const line = after.allocationLine;
  const leaves = position.allocationLine === line ? position.id : null;
  return [
    {
      title: 'Was mit der Stelle geschieht',
      facts: [placeFact(before, 'Bisher', book), placeFact(after, 'Danach', book)],
      notes: after.occupancies.length === 0 ? [VACANT] : [],
      tables: after.occupancies.length === 0 ? [] : [peopleTable(position, after)],
    },
    effectPanel(effects, book),
    ...(line === undefined ? [] : roomPanels(line, after, leaves, book)),
  ];
}

const VACANT = {
  tone: '',
  texts: ['Ab diesem Tag ist niemand auf der Stelle: Sie geht unbesetzt an den neuen Platz.'],
} as const;

function placeFact(
  position: PositionDefinition,
  when: string,
  { facts, names }: OpenFormBook,
): MetaView {
  const { label, employer, placeOfWork, from, to, allocationLine } = position;
  const line = facts.lines.get(allocationLine ?? '')?.line.title ?? 'eigene Stelle des Kreises';
  const place = `${names.shortParty(employer)}, ${placeOfWork}`;
  return {
    label: `${when}: ${label}`,
    value: cell(place, { sub: `${line}, ${spellText(from, to)}` }),
  };
}

function peopleTable(position: PositionDefinition, after: PositionDefinition): TableView {
  const lastDay = formatGermanDay(addDays(after.from, -1));
  return {
    id: 'wer-mitgeht',
    caption: 'Wer mit der Stelle geht',
    columns: [
      { label: 'Personenkennung' },
      { label: 'Am alten Platz' },
      { label: 'Am neuen Platz' },
      { label: 'VzÄ', numeric: true },
    ],
    rows: after.occupancies.map((spell): RowView => {
      const known = position.occupancies.find(
        ({ personKey, from, to }) =>
          personKey === spell.personKey && to === spell.to && from <= spell.from,
      );
      const wasThere = known !== undefined && known.from < after.from;
      return row([
        cell(spell.personKey),
        wasThere ? cell(`${formatGermanDay(known.from)} – ${lastDay}`) : BLANK,
        cell(spellText(spell.from, spell.to)),
        fteCell(spell.share),
      ]);
    }),
    footer: [],
    phone: 'pairs',
  };
}
