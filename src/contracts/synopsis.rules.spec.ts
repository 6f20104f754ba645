import fc from 'fast-check';
import { synopsis, type TextPart } from './synopsis.rules.js';

const clause = (number: string, heading: string, ...paragraphs: string[]) => ({
  number,
  heading,
  paragraphs,
});

const textOf = (parts: readonly TextPart[], without: TextPart['kind']): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the synopsis of two versions', () => {
  it('shows word by word what a clause says otherwise', () => {
    const [compared] = synopsis(
      [clause('§ 6', 'Höhe', 'Je VzÄ 55.000 Euro.', 'Anteilig.')],
      [clause('§ 6', 'Höhe', 'Je VzÄ 57.000 Euro.', 'Anteilig.')],
    );
    expect(compared?.state).toBe('changed');
    expect(compared?.paragraphs).toEqual([
      [
        { kind: 'same', text: 'Je VzÄ ' },
        { kind: 'removed', text: '55.000' },
        { kind: 'added', text: '57.000' },
        { kind: 'same', text: ' Euro.' },
      ],
      [{ kind: 'same', text: 'Anteilig.' }],
    ]);
  });

  it('names clauses that came and went, in the order of their numbers', () => {
    const compared = synopsis(
      [clause('§ 2', 'Zweck', 'A.'), clause('§ 10', 'Alt', 'B.')],
      [clause('§ 2', 'Zweck', 'A.'), clause('§ 9', 'Prüfung', 'C.')],
    );
    expect(compared.map(({ number, state }) => `${number} ${state}`)).toEqual([
      '§ 2 same',
      '§ 9 added',
      '§ 10 removed',
    ]);
  });

  it('keeps an inserted paragraph from shifting those behind it', () => {
    const [compared] = synopsis(
      [clause('§ 9', 'Prüfung', '(1) Land.', '(2) Fragen.')],
      [clause('§ 9', 'Prüfung', '(1) Land.', '(1a) Kreis.', '(2) Fragen.')],
    );
    expect(compared?.paragraphs.map((parts) => parts[0]?.kind)).toEqual(['same', 'added', 'same']);
  });

  it('holds both texts whole, whatever they say', () => {
    const paragraphs = fc.array(fc.lorem({ maxCount: 8 }), { maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, paragraphs, (before, after) => {
        const [compared] = synopsis(
          [clause('§ 1', 'x', ...before)],
          [clause('§ 1', 'x', ...after)],
        );
        const parts = compared?.paragraphs ?? [];
        const words = (text: string): string => text.replaceAll(/\s+/g, '');
        const old = parts.map((each) => textOf(each, 'added')).join('');
        const next = parts.map((each) => textOf(each, 'removed')).join('');
        expect(words(old)).toBe(words(before.join('')));
        expect(words(next)).toBe(words(after.join('')));
      }),
    );
  });
});
