import type { OccupancyView } from '../../../positions/occupancies.queries.js';
import type {
  PersonElsewhere,
  PositionPreview,
} from '../../../positions/occupancy-preview.queries.js';
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
  return elsewhere.map((person) => {
    const { personKey, spells, isAboveOne } = person;
    return {
      title: `${personKey} an anderen Stellen`,
      notes: [{ tone: isAboveOne ? 'danger' : 'warning', texts: sumTexts(person) }],
      tables:
        spells.length === 0
          ? []
          : [
              personTable(
                `Wo ${personKey} zur selben Zeit arbeitet`,
                spells.map((spell) => ({ ...spell, position: spell.id })),
                names,
              ),
            ],
    };
  });
}

function sumTexts({ sumFte, isAboveOne, countsOthers }: PersonElsewhere): readonly string[] {
  const sum = sumFte === undefined ? '' : fteText(sumFte);
  const text = isAboveOne
    ? `Zusammen wären es ${sum}, mehr als 1,0: Das wäre doppelt gefördert und wird abgelehnt (R11).`
    : `Zusammen ${sum === '' ? 'sind es' : `höchstens ${sum},`} nicht über 1,0: Das ist erlaubt, aber einen Blick wert (R11).`;
  return countsOthers ? [text, OTHERS_COUNT] : [text];
}

const OTHERS_COUNT =
  'Mitgezählt ist eine Stelle, die nicht zu Ihren gehört; welche das ist, wird nicht gezeigt. Stimmt die Kennung, klären Sie mit der Person, wo sie noch arbeitet; sonst berichtigen Sie die Kennung.';

/** Where a key stands in the book already: a mistyped key shows here. */
export function knownPersonPanel(
  personKey: string,
  spells: readonly OccupancyView[],
  { facts, names }: OpenFormBook,
): FormPanel {
  const title = `Kennung ${personKey}`;
  if (spells.length === 0) {
    return {
      title,
      notes: [
        {
          tone: '',
          texts: [
            facts.partner === undefined
              ? 'Diese Kennung ist neu im Buch.'
              : 'Diese Kennung ist neu an Ihren Stellen.',
          ],
        },
      ],
    };
  }
  return {
    title,
    notes: [
      {
        tone: '',
        texts: [
          facts.partner === undefined
            ? 'Diese Kennung steht schon im Buch. Ist es dieselbe Person?'
            : 'Diese Kennung steht schon an Ihren Stellen. Ist es dieselbe Person?',
        ],
      },
    ],
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
