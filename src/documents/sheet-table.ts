import type { SheetColumn, SheetTable } from './sheet.types.js';
import {
  artifact,
  INK,
  LEFT,
  MM,
  RULE,
  rule,
  tag,
  WIDTH,
  write,
  type Pdf,
  type StructureElement,
} from './drawing.js';

const PADDING = 4;
const SIZE = 9;
const HEAD_FILL = '#E9EBF2';

type Face = 'regular' | 'bold';

/** A table whose head repeats on each page; cells wrap, a row is never torn. */
export function drawTable(pdf: Pdf, root: StructureElement, table: SheetTable): void {
  if (pdf.y + 30 * MM > bottomOf(pdf)) pdf.addPage();
  tag(pdf, root, 'H2', () => {
    write(pdf, 'bold', 11.5).text(table.heading, LEFT, pdf.y + 8, { width: WIDTH });
  });
  pdf.y += 5;
  const element = pdf.struct('Table');
  root.add(element);
  drawHead(pdf, element, table);
  for (const row of table.rows) drawRow(pdf, element, table, row, 'regular');
  if (table.total) drawRow(pdf, element, table, table.total, 'bold');
  pdf.y += 6;
}

function drawHead(pdf: Pdf, element: StructureElement, table: SheetTable): void {
  const heads = table.columns.map(({ head }) => head);
  const height = rowHeight(pdf, table.columns, heads, 'bold');
  const y = pdf.y;
  artifact(pdf, () => pdf.rect(LEFT, y, WIDTH, height).fill(HEAD_FILL));
  const row = pdf.struct('TR');
  element.add(row);
  heads.forEach((head, index) => {
    tag(
      pdf,
      row,
      'TH',
      () => {
        drawCell(pdf, table.columns, index, head, y, 'bold');
      },
      { scope: 'Column' },
    );
  });
  closeRow(pdf, y + height, 0.8, INK);
}

function drawRow(
  pdf: Pdf,
  element: StructureElement,
  table: SheetTable,
  cells: readonly string[],
  face: Face,
): void {
  const height = rowHeight(pdf, table.columns, cells, face);
  if (pdf.y + height > bottomOf(pdf)) {
    pdf.addPage();
    repeatHead(pdf, table);
  }
  const y = pdf.y;
  const row = pdf.struct('TR');
  element.add(row);
  cells.forEach((text, index) => {
    const type = index === 0 ? 'TH' : 'TD';
    tag(
      pdf,
      row,
      type,
      () => {
        drawCell(pdf, table.columns, index, text, y, face);
      },
      type === 'TH' ? { scope: 'Row' } : {},
    );
  });
  closeRow(pdf, y + height, face === 'bold' ? 0.8 : 0.4, face === 'bold' ? INK : RULE);
}

/** The head of the next page is for the eye: a reader hears one table with one head. */
function repeatHead(pdf: Pdf, table: SheetTable): void {
  const heads = table.columns.map(({ head }) => head);
  const height = rowHeight(pdf, table.columns, heads, 'bold');
  const y = pdf.y;
  artifact(pdf, () => {
    pdf.rect(LEFT, y, WIDTH, height).fill(HEAD_FILL);
    heads.forEach((head, index) => {
      drawCell(pdf, table.columns, index, head, y, 'bold');
    });
  });
  closeRow(pdf, y + height, 0.8, INK);
}

function drawCell(
  pdf: Pdf,
  columns: readonly SheetColumn[],
  index: number,
  text: string,
  y: number,
  face: Face,
): void {
  const column = columns[index];
  if (!column || text === '') return;
  write(pdf, face, SIZE).text(text, leftOf(columns, index) + PADDING, y + 3, {
    width: column.share * WIDTH - 2 * PADDING,
    align: column.numeric ? 'right' : 'left',
  });
}

function closeRow(pdf: Pdf, y: number, width: number, color: string): void {
  artifact(pdf, () => {
    rule(pdf, y, width, color);
  });
  pdf.x = LEFT;
  pdf.y = y;
}

function rowHeight(
  pdf: Pdf,
  columns: readonly SheetColumn[],
  cells: readonly string[],
  face: Face,
): number {
  write(pdf, face, SIZE);
  const heights = cells.map((text, index) =>
    pdf.heightOfString(text === '' ? ' ' : text, {
      width: (columns[index]?.share ?? 0) * WIDTH - 2 * PADDING,
    }),
  );
  return Math.max(...heights) + 6;
}

function leftOf(columns: readonly SheetColumn[], index: number): number {
  return LEFT + columns.slice(0, index).reduce((sum, { share }) => sum + share * WIDTH, 0);
}

function bottomOf(pdf: Pdf): number {
  return pdf.page.height - pdf.page.margins.bottom;
}
