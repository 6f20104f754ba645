import { ORDER, PASTE_COLUMNS, type PasteColumn } from '../../../positions/positions.js';
import type { Spreadsheet, SpreadsheetKind } from '../../../documents/spreadsheet.types.js';
import { cell, row, type TableView } from '../../components/table.js';

interface ColumnHelp {
  readonly what: string;
  readonly example: string;
  readonly kind: SpreadsheetKind;
}

/** What goes into the columns of a pasted range. */
const HELP: Readonly<Record<PasteColumn, ColumnHelp>> = {
  position: {
    ...{ what: 'Bezeichnung oder Kennung der Stelle, wie sie in der Liste Stellen steht' },
    ...{ example: 'LÜN-KIM2-4', kind: 'text' },
  },
  personKey: {
    what: 'Pseudonym, das der Arbeitgeber vergibt: Großbuchstaben, Ziffern, Bindestriche. Kein Name.',
    ...{ example: 'LUE-90A1', kind: 'text' },
  },
  from: { what: 'Erster Tag auf der Stelle', example: '01.01.2026', kind: 'day' },
  to: { what: 'Letzter Tag. Leer: läuft weiter', example: '28.02.2026', kind: 'day' },
  share: {
    what: 'Anteil einer vollen Stelle, über 0 und höchstens 1',
    example: '0,5',
    kind: 'fte',
  },
  cover: { what: 'ja, wenn jemand nur vertritt oder einarbeitet', example: 'nein', kind: 'text' },
  unpaidFrom: { what: 'Erster Tag ohne Bezahlung, etwa Elternzeit', example: '', kind: 'day' },
  unpaidTo: { what: 'Letzter Tag ohne Bezahlung', example: '', kind: 'day' },
  unpaidReason: { what: 'Warum nicht bezahlt wird', example: '', kind: 'text' },
};

/** What the columns hold, beside the field into which the range is pasted. */
export function columnsTable(): TableView {
  return {
    id: 'spalten',
    caption: 'Spalten des Bereichs',
    columns: [{ label: 'Spalte' }, { label: 'Was hinein gehört' }, { label: 'Beispiel' }],
    rows: ORDER.map((column) => {
      const { heading, isNeeded } = PASTE_COLUMNS[column];
      const { what, example } = HELP[column];
      const needed = isNeeded ? {} : { sub: 'darf fehlen' };
      return row([cell(heading, needed), cell(what), cell(example)]);
    }),
    footer: [],
  };
}

/** An empty table with the headings, to be filled in and pasted back. */
export function rangeTemplate(): Spreadsheet {
  return {
    name: 'Besetzungen',
    columns: ORDER.map((column) => ({
      head: PASTE_COLUMNS[column].heading,
      kind: HELP[column].kind,
    })),
    rows: [],
    notes: ORDER.map((column) => {
      const { heading, isNeeded } = PASTE_COLUMNS[column];
      const { what, example } = HELP[column];
      const parts = [what, ...(example === '' ? [] : [`Beispiel: ${example}`])];
      return {
        label: heading,
        value: `${parts.join('. ').replace('..', '.')}${isNeeded ? '' : ' (darf fehlen)'}`,
      };
    }),
  };
}
