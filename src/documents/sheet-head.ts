import {
  ACCENT,
  artifact,
  LEFT,
  MM,
  MUTED,
  tag,
  WIDTH,
  write,
  type Pdf,
  type StructureElement,
} from './drawing.js';
import type { Sheet } from './sheet.types.js';

/** Sender, title and the facts of the sheet as a list of label and value. */
export function drawHead(pdf: Pdf, root: StructureElement, sheet: Sheet): void {
  artifact(pdf, () => pdf.rect(LEFT, 14 * MM, 3, 13 * MM).fill(ACCENT));
  tag(pdf, root, 'P', () => {
    write(pdf, 'bold', 15).text(`${sheet.sender} `, LEFT + 10, 13.6 * MM, { lineBreak: false });
    write(pdf, 'regular', 9, MUTED).text(sheet.senderNote, LEFT + 10, 21 * MM, {
      lineBreak: false,
    });
  });
  tag(pdf, root, 'H1', () => {
    write(pdf, 'bold', 17).text(sheet.title, LEFT, 38 * MM, { width: WIDTH });
  });
  tag(pdf, root, 'P', () => {
    write(pdf, 'regular', 11, MUTED).text(sheet.subtitle, LEFT, pdf.y + 2, { width: WIDTH });
  });
  pdf.y += 10;
  drawFacts(pdf, root, sheet);
}

function drawFacts(pdf: Pdf, root: StructureElement, sheet: Sheet): void {
  const list = pdf.struct('L');
  root.add(list);
  const labelWidth = 42 * MM;
  for (const { label, value } of sheet.facts) {
    const item = pdf.struct('LI');
    list.add(item);
    const y = pdf.y;
    tag(pdf, item, 'Lbl', () => {
      write(pdf, 'regular', 9.5, MUTED).text(`${label} `, LEFT, y, { width: labelWidth - 6 });
    });
    const below = pdf.y;
    tag(pdf, item, 'LBody', () => {
      write(pdf, 'regular', 10).text(value, LEFT + labelWidth, y - 0.4, {
        width: WIDTH - labelWidth,
      });
    });
    pdf.y = Math.max(below, pdf.y) + 3;
  }
  pdf.y += 6;
}
