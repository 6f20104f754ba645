import { assert, property, string, array } from 'fast-check';
import { csvFields, csvLine, guarded, unguarded } from './csv-fields.rules.js';

describe('a line of a CSV file', () => {
  it('gives back each of its fields', () => {
    assert(
      property(array(string({ unit: 'binary' }), { minLength: 1 }), (fields) => {
        expect(csvFields(csvLine(fields))).toEqual(fields);
      }),
    );
  });

  it.each([
    ['a;b;', ['a', 'b', '']],
    ['"a;""b""";c', ['a;"b"', 'c']],
    ['', ['']],
    ['"";x', ['', 'x']],
    ['a"b;c', ['a"b', 'c']],
  ])('%j has the fields %j', (line, fields) => {
    expect(csvFields(line)).toEqual(fields);
  });

  it.each(['"a', '"a"b;c', 'a;"b""'])('%j is no line: its quotation marks do not close', (line) => {
    expect(csvFields(line)).toBeUndefined();
  });
});

describe('text in a spreadsheet', () => {
  it.each(['=1+1', '+49 2303', '-5', '@SUM(A1)', '\t=1', "'", '＝1'])(
    'is no formula: %j',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
    },
  );

  it('is read back as it was', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
  });
});
