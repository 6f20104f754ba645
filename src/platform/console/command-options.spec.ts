import { readCall, type Call, type CallShape } from './command-options.js';

const SHAPE: CallShape = { usage: 'x', options: ['out'], lists: ['seal'], words: 0 };

function call(...args: readonly string[]): Call | string {
  const told: string[] = [];
  const io = { out: () => undefined, err: (line: string) => told.push(line) };
  return readCall(args, io, SHAPE, (read) => read) ?? told.join(' | ');
}

describe('readCall', () => {
  it('gives an option of the list all words up to the next option, and what is repeated', () => {
    expect(call('--seal', 'a', 'b', '--out', 'c', '--seal=d', '--json')).toEqual({
      ...{ values: { out: 'c' }, lists: { seal: ['a', 'b', 'd'] }, word: '', json: true },
    });
    expect(call()).toEqual({ values: {}, lists: {}, word: '', json: false });
  });

  it.each([
    [['--seal'], 'Nach --seal fehlt ein Wert. | Aufruf: x'],
    [['--seal', '--json'], 'Nach --seal fehlt ein Wert. | Aufruf: x'],
    [['a', '--seal', 'b'], 'Unbekannte Angabe: a | Aufruf: x'],
    [['--seal', 'a', '--json', 'b'], 'Unbekannte Angabe: b | Aufruf: x'],
    [['--out', 'a', '--out', 'b'], '--out steht zweimal da. | Aufruf: x'],
    [['--ein'], 'Unbekannte Angabe: --ein | Aufruf: x'],
  ])('tells what is wrong about %j', (args, told) => {
    expect(call(...args)).toBe(told);
  });
});
