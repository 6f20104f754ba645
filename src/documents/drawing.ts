/** The few strokes that every part of a sheet is drawn with. */

/** Millimetres in PDF points. */
export const MM = 72 / 25.4;
export const LEFT = 25 * MM;
export const WIDTH = 165 * MM;
export const INK = '#131525';
export const MUTED = '#51577A';
export const RULE = '#A5AAC3';
export const ACCENT = '#2044AA';

export type Pdf = PDFKit.PDFDocument;
export type StructureElement = PDFKit.PDFStructureElement;

export function write(pdf: Pdf, font: 'regular' | 'bold', size: number, color = INK): Pdf {
  return pdf.font(font).fontSize(size).fillColor(color);
}

export function rule(pdf: Pdf, y: number, width: number, color: string): void {
  pdf
    .lineWidth(width)
    .strokeColor(color)
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .stroke();
}

/** Drawn for the eye only: a screen reader passes it over. */
export function artifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

export function tag(
  pdf: Pdf,
  parent: StructureElement,
  type: string,
  draw: () => void,
  options: object = {},
): void {
  parent.add(pdf.struct(type, options, draw));
}
