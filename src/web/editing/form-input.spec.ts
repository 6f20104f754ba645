import type { FormStep } from './form-field.js';
import { addedEntry, withoutEntry } from './form-entries.js';
import { entriesOf, type Texts } from './form-kind.js';
import { fieldsOf, readTexts, textsOf } from './form-input.js';
import { flattened, idOf, partsOf } from './form-path.js';

/** A form with a list of entries, each with a list inside of it. */
const stepsOf = (texts: Texts): Promise<readonly FormStep[]> =>
  Promise.resolve([
    {
      key: 'kopf',
      title: 'Kopf',
      fields: [
        { path: 'issuedOn', kind: 'day', label: 'Tag', optional: true },
        { path: 'sources', kind: 'lines', label: 'Quellen', optional: true },
        { path: 'open', kind: 'checkbox', label: 'Offen' },
        { path: 'own.from', kind: 'day', label: 'Von', optional: true },
        { path: '$choice', kind: 'text', label: 'Auswahl', optional: true },
      ],
    },
    ...entriesOf({ texts }, 'lines').map((entry, index): FormStep => {
      const terms = entriesOf({ texts }, `${entry}.terms`);
      return {
        ...{ key: `zeile-${index + 1}`, title: `Zeile ${index + 1}`, entry, removal: 'weg' },
        fields: [
          { path: `${entry}.amount`, kind: 'money', label: 'Betrag' },
          { path: `${entry}.fte`, kind: 'fte', label: 'VzÄ' },
        ],
        groups: terms.map((term) => ({
          legend: term,
          fields: [{ path: `${term}.text`, kind: 'text', label: 'Text' }],
        })),
      };
    }),
  ]);

const WRITTEN = {
  issuedOn: '2023-02-15',
  sources: ['a', 'b'],
  example: 'erfunden',
  lines: [
    { id: 'l1', amount: '57000.00', fte: '0.5', terms: [{ text: 'eins', costKind: 'staff' }] },
    { id: 'l2', amount: '1.50', fte: '18.0', terms: [] },
  ],
};

const read = async (texts: Texts) => readTexts(fieldsOf(await stepsOf(texts)), texts);

describe('the texts of a form', () => {
  it('show a fact in German, and carry along what no field shows', async () => {
    expect(await textsOf(WRITTEN, stepsOf)).toEqual({
      issuedOn: '15.02.2023',
      sources: 'a\nb',
      'lines[0].amount': '57.000,00',
      'lines[0].fte': '0,5',
      'lines[0].terms[0].text': 'eins',
      'lines[1].amount': '1,50',
      'lines[1].fte': '18,0',
      '=example': 'erfunden',
      '=lines[0].id': 'l1',
      '=lines[0].terms[0].costKind': 'staff',
      '=lines[1].id': 'l2',
    });
  });

  it('read back to the same fact', async () => {
    const { input, findings } = await read(await textsOf(WRITTEN, stepsOf));
    expect(findings).toEqual([]);
    const [first, second] = WRITTEN.lines;
    expect(input).toEqual({
      ...WRITTEN,
      lines: [first, { id: second?.id, amount: '1.50', fte: '18.0' }],
    });
  });

  it('tell what is empty and what cannot be read, and leave it out', async () => {
    const { input, findings } = await read({
      issuedOn: '31.02.2023',
      'lines[0]': '',
      $choice: 'x',
    });
    expect(findings.map(({ path }) => path)).toEqual([
      'issuedOn',
      'lines[0].amount',
      'lines[0].fte',
    ]);
    expect(input).toEqual({ lines: [{ amount: undefined, fte: undefined }] });
  });

  it('leave out a field that no step shows any more', async () => {
    expect((await read({ hidden: '5,0' })).input).toEqual({});
  });

  it('grow by an entry with its own texts', async () => {
    const texts = await textsOf(WRITTEN, stepsOf);
    const addition = { list: 'lines', label: '+', entry: { fte: '1.0', id: 'l3' } };
    const added = await addedEntry(texts, addition, stepsOf);
    expect(added).toEqual({
      path: 'lines[2]',
      texts: { 'lines[2]': '', 'lines[2].fte': '1,0', '=lines[2].id': 'l3' },
    });
    expect(entriesOf({ texts: { ...texts, ...added.texts } }, 'lines')).toHaveLength(3);
  });

  it('lose an entry, and move up those after it', async () => {
    const texts = withoutEntry(await textsOf(WRITTEN, stepsOf), 'lines[0]');
    expect(Object.keys(texts).filter((path) => path.includes('lines'))).toEqual([
      'lines[0].amount',
      'lines[0].fte',
      '=lines[0].id',
    ]);
    expect((await read(texts)).input).toMatchObject({ lines: [{ id: 'l2', amount: '1.50' }] });
  });
});

describe('a path', () => {
  it('comes apart at dots and brackets', () => {
    expect(partsOf('lines[12].terms[0].text')).toEqual(['lines', 12, 'terms', 0, 'text']);
    expect(idOf('lines[12].terms[0].text')).toBe('lines-12-terms-0-text');
    expect(flattened({ a: [{}, 'x'] })).toEqual([
      ['a[0]', ''],
      ['a[1]', 'x'],
    ]);
  });
});
