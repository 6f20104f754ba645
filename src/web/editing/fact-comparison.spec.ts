import { chosenTexts, factComparison } from './fact-comparison.js';
import { entriesOf, type FormStep, type Texts } from './form-kind.js';

/** A step with a place, and one for each line. */
function steps(texts: Texts): readonly FormStep[] {
  return [
    { key: 'ort', title: 'Ort', fields: [{ path: 'place', kind: 'text', label: 'Ort' }] },
    ...entriesOf({ texts }, 'lines').map((entry, index): FormStep => ({
      ...{ key: `zeile-${index + 1}`, title: `Zeile ${index + 1}`, entry },
      fields: [{ path: `${entry}.fte`, kind: 'text', label: 'Anteil' }],
    })),
  ];
}

const line = (index: number, id: string, fte: string): Texts => ({
  [`=lines[${index}].id`]: id,
  [`lines[${index}].fte`]: fte,
});
const base: Texts = { place: 'Unna', ...line(0, 'a', '1,0'), ...line(1, 'b', '2,0') };

const compare = (own: Texts, present: Texts) =>
  factComparison({ base, texts: own }, present, { own: steps(own), theirs: steps(present) });
const chosen = (own: Texts, present: Texts, body: Texts = {}): Texts =>
  chosenTexts(compare(own, present), { base, texts: own }, present, body);

describe('a draft beside a fact that has changed', () => {
  it('compares field by field where both have the same entries', () => {
    const present = { ...base, place: 'Selm', 'lines[1].fte': '3,0' };
    const own = { ...base, 'lines[1].fte': '2,5' };
    const { fields, lists } = compare(own, present);
    expect(fields.map(({ field, proposed }) => [field.path, proposed])).toEqual([
      ['place', 'theirs'],
      ['lines[1].fte', 'own'],
    ]);
    expect(lists).toEqual([]);
    expect(chosen(own, present)).toEqual({ ...own, place: 'Selm' });
  });

  it('never mixes an entry with another that moved to its place', () => {
    const present = { place: 'Unna', ...line(0, 'b', '2,0') };
    const own = { ...base, 'lines[0].fte': '1,5' };
    const { fields, lists } = compare(own, present);
    expect(fields).toEqual([]);
    expect(lists).toMatchObject([
      {
        base: 'Zeile 1: Anteil 1,0\nZeile 2: Anteil 2,0',
        theirs: 'Zeile 1: Anteil 2,0',
        own: 'Zeile 1: Anteil 1,5\nZeile 2: Anteil 2,0',
        proposed: 'own',
      },
    ]);
    expect(chosen(own, present)).toEqual(own);
    expect(chosen(own, present, { '_take:lines': 'theirs' })).toEqual(present);
  });

  it('proposes the entries of the book where none was touched here', () => {
    const present = { ...base, ...line(2, 'c', '0,5') };
    const own = { ...base, place: 'Werne' };
    expect(compare(own, present).lists).toMatchObject([{ proposed: 'theirs' }]);
    expect(chosen(own, present)).toEqual({ ...present, place: 'Werne' });
  });

  it('keeps an entry that was taken out here, when the book changed elsewhere', () => {
    const present = { ...base, place: 'Selm' };
    const own = { place: 'Unna', ...line(0, 'b', '2,0') };
    expect(compare(own, present)).toMatchObject({ fields: [{ theirs: 'Selm' }], lists: [] });
    expect(chosen(own, present)).toEqual({ ...own, place: 'Selm' });
  });

  it('takes over what no field shows from the book', () => {
    const present = { ...base, '=sources[0]': 'Haushalt', '=example': 'erfunden' };
    const own = { ...base, place: 'Werne' };
    expect(compare(own, present).lists).toEqual([]);
    expect(chosen(own, present)).toEqual({ ...present, place: 'Werne' });
  });
});
