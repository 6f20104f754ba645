import type { OccupancyView } from '../../../positions/occupancies.queries.js';
import type { PositionPreview } from '../../../positions/occupancy-preview.queries.js';
import { fteText, spellText } from '../../book/words.js';
import { cell, fteCell, row, type TableView } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { paths } from '../../paths.js';
import type { OpenFormBook } from './form-book.js';

/** R11: what the people of a change are charged with at other posts at the same time. */
export function elsewherePanels(
  { elsewhere }: PositionPreview,
  { names }: OpenFormBook,
): readonly FormPanel[] {
  return elsewhere.map(({ personKey, spells, sumFte, isAboveOne }) => {
    const sum = fteText(sumFte);
    const text = isAboveOne
      ? `Zusammen wären es ${sum}, mehr als 1,0: Das wäre doppelt gefördert und wird abgelehnt (R11).`
      : `Zusammen höchstens ${sum}, nicht über 1,0: Das ist erlaubt, aber einen Blick wert (R11).`;
    return {
      title: `${personKey} an anderen Stellen`,
      notes: [{ tone: isAboveOne ? 'danger' : 'warning', texts: [text] }],
      tables: [
        personTable(
          `Wo ${personKey} zur selben Zeit arbeitet`,
          spells.map((spell) => ({ ...spell, position: spell.id })),
          names,
        ),
      ],
    };
  });
}

/** Where a key stands in the book already: a mistyped key shows here. */
export function knownPersonPanel(
  personKey: string,
  spells: readonly OccupancyView[],
  { names }: OpenFormBook,
): FormPanel {
  const title = `Kennung ${personKey}`;
  if (spells.length === 0) {
    return { title, notes: [{ tone: '', texts: ['Diese Kennung ist neu im Buch.'] }] };
  }
  return {
    title,
    notes: [{ tone: '', texts: ['Diese Kennung steht schon im Buch. Ist es dieselbe Person?'] }],
    tables: [personTable(`Besetzungen von ${personKey}`, spells, names)],
  };
}

type PersonSpell = Pick<OccupancyView, 'position' | 'label' | 'employer' | 'from' | 'to' | 'share'>;

function personTable(
  caption: string,
  spells: readonly PersonSpell[],
  names: OpenFormBook['names'],
): TableView {
  return {
    id: 'kennung',
    caption,
    columns: [
      { label: 'Stelle' },
      { label: 'Arbeitgeber' },
      { label: 'Zeitraum' },
      { label: 'VzÄ', numeric: true },
    ],
    rows: spells.map(({ position, label, employer, from, to, share }) =>
      row([
        cell(label, { href: paths.position(position) }),
        cell(names.shortParty(employer)),
        cell(spellText(from, to)),
        fteCell(share),
      ]),
    ),
    footer: [],
    phone: 'pairs',
  };
}
