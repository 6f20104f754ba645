import type { Sheet, SheetTable } from '../../documents/sheet.types.js';
import type { CellView, TableView } from '../components/table.js';
import type { SheetView } from './sheet.view.js';

/** What the printed sheet has beside its figures. */
export interface SheetFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly officeName: string;
  readonly exampleBook: boolean;
  /** "Förderjahr 2025, Stand am 31.12.2025, wie heute bekannt". */
  readonly asOf: string;
  /** Instant of the newest fact on the sheet. */
  readonly issuedAt: string;
}

/** The "Rechenblatt" on paper: the same figures as on the page. */
export function sheetDocument(view: SheetView, frame: SheetFrame): Sheet {
  return {
    title: frame.title,
    subtitle: frame.subtitle,
    sender: frame.officeName,
    senderNote: frame.exampleBook ? 'Beispielbuch – kein amtliches Dokument' : '',
    facts: [
      { label: view.claim, value: `${view.figure}, ${view.claimNote}` },
      ...view.facts.map(({ label, value }) => ({ label, value: printed(value) })),
    ],
    tables: [
      ...(view.posts
        ? [printedTable('Stellen dieser Zeile', view.posts, [0.4, 0.15, 0.2, 0.25])]
        : []),
      printedTable('Schritt für Schritt', view.steps, [0.1, 0.4, 0.22, 0.28]),
      ...(view.conventions
        ? [printedTable('Nach anderen Anteilsrechnungen', view.conventions, [0.3, 0.5, 0.2])]
        : []),
    ],
    remarks: [view.note],
    footer: `Weiterleitungsbuch · ${frame.asOf}`,
    issuedAt: frame.issuedAt,
  };
}

function printedTable(heading: string, table: TableView, shares: readonly number[]): SheetTable {
  return {
    heading,
    columns: table.columns.map(({ label, numeric = false }, index) => ({
      head: label,
      numeric,
      share: shares[index] ?? 0,
    })),
    rows: [...table.rows, ...table.footer].map(({ cells }) => cells.map(printed)),
  };
}

function printed({ text, sub = '', badge }: CellView): string {
  const whole = [badge?.text ?? '', text].filter(Boolean).join(' ');
  const main = badge !== undefined && text !== '' ? `${text} (${badge.text})` : whole;
  return sub === '' ? main : `${main}, ${sub}`;
}
