import fc from 'fast-check';
import { formatGermanDay, parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { formatFte, fte } from '../domain/proration/fte.js';
import { readOccupancyPaste, type PastedPost } from './occupancy-paste.js';

const POSTS: readonly PastedPost[] = [
  { id: 'luenen-k2-1', label: 'LÜN-KIM2-1', from: day('2022-01-01') },
  { id: 'luenen-9', label: 'LÜN-9', from: day('2022-01-01'), to: day('2023-06-30') },
  { id: 'selm-9', label: 'LÜN-9', from: day('2023-07-01') },
];

const lines = (...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.join('\t')).join('\r\n');

const read = (text: string) => readOccupancyPaste(text, POSTS);

const told = (text: string) =>
  read(text).errors.map(({ row, column, message }) => `${row} ${column}: ${message}`);

describe('a pasted range of occupancies', () => {
  it('is read by its headings, in any order and spelling', () => {
    const text = lines(
      ['VzÄ', 'Personenkennung', 'Ab', 'Bis', 'Stellen-Nr.', 'Vertretung'],
      ['0,5', 'LUE-1', '1.3.2023', '', 'lün-kim2-1', 'x'],
      [],
      ['1', 'LUE-2', '2023-01-01', '31.12.2023', 'luenen-k2-1', 'nein'],
    );
    expect(read(text)).toMatchObject({
      errors: [],
      columns: ['share', 'personKey', 'from', 'to', 'position', 'cover'],
      rows: [
        {
          row: 2,
          cells: { share: '0,5', from: '1.3.2023', position: 'lün-kim2-1' },
          occupancy: {
            ...{ position: 'luenen-k2-1', personKey: 'LUE-1', from: '2023-03-01', share: 5000 },
            ...{ cover: true, unpaid: [] },
          },
        },
        { row: 4, occupancy: { to: '2023-12-31', share: 10_000, cover: false } },
      ],
    });
    expect(read(text).rows[0]?.occupancy).not.toHaveProperty('to');
  });

  it('is read in the fixed order where it has no headings, with quoted cells', () => {
    const text = `LÜN-KIM2-1\tLUE-1\t01.01.2023\t31.12.2023\t1,0\t\t01.05.2023\t30.09.2023\t"Elternzeit,\nzweites ""Jahr"""\n`;
    expect(read(text)).toMatchObject({
      errors: [],
      rows: [
        {
          occupancy: {
            unpaid: [
              {
                period: { from: '2023-05-01', to: '2023-09-30' },
                reason: 'Elternzeit, zweites "Jahr"',
              },
            ],
          },
        },
      ],
    });
  });

  it('tells each cell that cannot be read, and what was expected', () => {
    const text = lines(
      ['Stelle', 'Kennung', 'von', 'bis', 'Anteil', 'Vertretung', 'unbezahlt von'],
      ['LÜN-8', 'Müller', '15.03.23', '31.02.2023', '1,5', 'vielleicht', '01.04.2023'],
      ['LÜN-KIM2-1', '', '', '', '', '', '', 'Rest'],
    );
    expect(told(text)).toEqual([
      '2 Stelle: Eine Stelle „LÜN-8“ gibt es nicht. Erwartet wird ihre Bezeichnung oder Kennung.',
      expect.stringContaining('2 Kennung: „Müller“ passt nicht. Erwartet wird ein Pseudonym'),
      '2 von: „15.03.23“ ist kein Tag. Erwartet wird ein Tag wie 15.03.2023.',
      '2 bis: Den Tag 31.02.2023 gibt es im Kalender nicht.',
      expect.stringContaining('2 Anteil: „1,5“ passt nicht.'),
      '2 Vertretung: „vielleicht“ passt nicht. Erwartet wird ja oder nein.',
      '2 unbezahlt bis: Zur unbezahlten Zeit gehören erster Tag, letzter Tag und Grund.',
      '3 : „Rest“ steht neben den Spalten.',
      ...['Kennung', 'von', 'Anteil'].map((column) => `3 ${column}: Diese Angabe fehlt.`),
    ]);
    expect(read(text).rows.every(({ occupancy }) => occupancy === undefined)).toBe(true);
  });

  it('tells headings that are unknown, twice or missing', () => {
    const text = lines(
      ['Stelle', 'von', 'von', 'Name'],
      ['LÜN-9', '01.01.2023', '01.01.2023', 'X'],
    );
    expect(told(text).slice(0, 4)).toEqual([
      expect.stringContaining('1 Name: Diese Spalte ist nicht bekannt. Erwartet werden: Stelle,'),
      '1 von: Diese Spalte gibt es zweimal.',
      '1 Kennung: Diese Spalte fehlt.',
      '1 Anteil: Diese Spalte fehlt.',
    ]);
  });

  it('finds the post of a label by the day, and asks where that leaves two', () => {
    const row = (from: string) => ['LÜN-9', 'LUE-1', from, '', '1'];
    const found = read(lines(row('30.06.2023'), row('01.07.2023'))).rows;
    expect(found.map(({ occupancy }) => occupancy?.position)).toEqual(['luenen-9', 'selm-9']);
    expect(told(lines(row('01.01.2020')))).toEqual([
      '1 Stelle: Mehrere Stellen heißen „LÜN-9“: Nennen Sie die Kennung (luenen-9, selm-9).',
    ]);
  });

  it('is refused if it is empty or a quote stays open', () => {
    expect(told(' \n\t\n')).toEqual(['1 : Der Bereich ist leer.']);
    expect(told('LÜN-9\t"LUE-1\t01.01.2023')).toEqual([
      '1 : Ein Anführungszeichen in einer Zelle wird nicht geschlossen.',
    ]);
  });

  it('reads back what a spreadsheet shows of any occupancy', () => {
    const anyDay = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: 1, max: 10_000 }).map(fte),
        (from, to, share) => {
          const cells = ['luenen-k2-1', 'LUE-1', formatGermanDay(from), formatGermanDay(to)];
          const { rows, errors } = read(lines([...cells, formatFte(share)]));
          expect(errors).toEqual([]);
          expect(rows[0]?.occupancy).toMatchObject({ from, to, share });
        },
      ),
    );
  });
});
