import { renderSheet } from '../../../src/documents/documents.js';
import type { Sheet } from '../../../src/documents/sheet.types.js';

const row = (index: number): string[] => [
  String(index),
  'Monate: März 17/31, April bis Dezember 9, ein langer Text, der umbrochen wird',
  '22.677,42 €',
  'Vertrag § 6',
];

function sheet(rows: number): Sheet {
  return {
    title: 'Rechenblatt',
    subtitle: 'Stelle L-05, Förderjahr 2023',
    sender: 'Kreis Unna',
    senderNote: 'Beispielbuch – Personen und Fall erfunden',
    facts: [{ label: 'Vertrag', value: 'WV-2022-001, 2. Änderung' }],
    tables: [
      {
        heading: 'So kommt der Betrag zustande',
        columns: [
          { head: 'Schritt', share: 0.1, numeric: true },
          { head: 'Was', share: 0.45, numeric: false },
          { head: 'Wert', share: 0.2, numeric: true },
          { head: 'Grundlage', share: 0.25, numeric: false },
        ],
        rows: Array.from({ length: rows }, (_, index) => row(index + 1)),
        total: ['', 'Anspruch', '22.677,42 €', ''],
      },
    ],
    remarks: ['Höchstbetrag; abgerechnet wird nach Nachweis.'],
    footer: 'Weiterleitungsbuch · Stand 31.12.2023',
    issuedAt: '2026-11-21T09:00:00.000Z',
  };
}

const pagesOf = (bytes: Buffer): number =>
  bytes.toString('latin1').split('/Type /Page\n').length - 1;

describe('a printed sheet', () => {
  it('is the same file for the same facts', async () => {
    const [first, second] = [await renderSheet(sheet(7)), await renderSheet(sheet(7))];
    expect(first.equals(second)).toBe(true);
  });

  it('is tagged, in German, marked as PDF/A and without a font that is not embedded', async () => {
    const text = (await renderSheet(sheet(7))).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (de-DE)');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).not.toContain('Helvetica');
  });

  it('goes on to further pages when its rows need them', async () => {
    expect(pagesOf(await renderSheet(sheet(7)))).toBe(1);
    expect(pagesOf(await renderSheet(sheet(80)))).toBeGreaterThan(2);
  });
});
