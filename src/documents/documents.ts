import { documentFonts } from './fonts.js';
import {
  artifact,
  LEFT,
  MM,
  MUTED,
  RULE,
  rule,
  tag,
  WIDTH,
  write,
  type Pdf,
  type StructureElement,
} from './drawing.js';
import { drawHead } from './sheet-head.js';
import { drawTable } from './sheet-table.js';
import type { Sheet } from './sheet.types.js';

export { csvFile, xlsxFile } from './spreadsheet.js';
export { MEDIA_TYPES } from './file-kind.rules.js';
export type { MediaType } from './file-kind.rules.js';
export { attachmentHeader, FILE_BYTES_MAX, FileStore } from './file-store.js';
export type { FileMark, IncomingFile } from './file-store.js';
export { partsOf, readUpload } from './upload.js';
export type { Upload, UploadRequest } from './upload.js';

/**
 * Prints a sheet on A4: tagged for screen readers, marked as PDF/A-3a. The same sheet gives the
 * same bytes, because nothing in the file depends on the moment of printing.
 */
export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const pdf = await openSheet(sheet);
  const bytes = collect(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  drawHead(pdf, root, sheet);
  for (const table of sheet.tables) drawTable(pdf, root, table);
  for (const remark of sheet.remarks) drawRemark(pdf, root, remark);
  drawFooters(pdf, sheet);
  pdf.end();
  return bytes;
}

/** pdfkit is loaded by whoever prints first: a start does not wait for it. */
async function openSheet(sheet: Sheet): Promise<Pdf> {
  const { default: PDFDocument } = await import('pdfkit');
  const issuedAt = new Date(sheet.issuedAt);
  const { regular, bold } = await documentFonts();
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 22 * MM, left: LEFT, right: 20 * MM, bottom: 24 * MM },
    // No default font: Helvetica would be named in the file without being embedded.
    font: null as unknown as string,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'de-DE',
    displayTitle: true,
    info: {
      Title: `${sheet.title} – ${sheet.subtitle}`,
      Author: sheet.sender,
      Creator: 'Weiterleitungsbuch',
      Producer: 'Weiterleitungsbuch',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  return pdf
    .registerFont('regular', regular as unknown as string)
    .registerFont('bold', bold as unknown as string);
}

function collect(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    pdf.on('error', reject);
  });
}

function drawRemark(pdf: Pdf, root: StructureElement, remark: string): void {
  tag(pdf, root, 'P', () => {
    write(pdf, 'regular', 9.5, MUTED).text(remark, LEFT, pdf.y + 6, { width: WIDTH, lineGap: 1.5 });
  });
}

function drawFooters(pdf: Pdf, sheet: Sheet): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Writing below the bottom margin would open a new page.
    const margin = pdf.page.margins.bottom;
    pdf.page.margins.bottom = 0;
    artifact(pdf, () => {
      const y = pdf.page.height - 18 * MM;
      rule(pdf, y, 0.5, RULE);
      write(pdf, 'regular', 8, MUTED);
      pdf.text(sheet.footer, LEFT, y + 6, { width: WIDTH - 28 * MM });
      pdf.text(`Seite ${page + 1} von ${count}`, LEFT + WIDTH - 28 * MM, y + 6, {
        width: 28 * MM,
        align: 'right',
      });
    });
    pdf.page.margins.bottom = margin;
  }
}
