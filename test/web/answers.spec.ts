import { lacking } from './answers.js';

const TOKEN = 'qxgZRdPhCyb6jC2e4rmyOL8NaN2q0Jls_i8La888vUk';

describe('lacking', () => {
  it.each([
    ['<path d="M 0 NaN L 12 4"/>', 'a figure of a chart'],
    ['<td>NaN\u00a0€</td>', 'an amount'],
    ['<a href="/vertraege/undefined">', 'an address'],
    ['<p>[object Object]</p>', 'a text'],
    ['<td> null </td>', 'a cell'],
  ])('finds what %s lacks, %s', (html) => {
    expect(lacking(html)).toContain(html.slice(0, 10));
  });

  it('finds nothing in what a secret spells by chance', () => {
    expect(lacking(`<input name="_token" value="${TOKEN}">`)).toBeUndefined();
    expect(lacking(`<a href="/einladung/${TOKEN}">Sie haben null Fehler</a>`)).toBeUndefined();
  });
});
