import { lacking } from './answers.js';

const TOKEN = 'qxgZRdPhCyb6jC2e4rmyOL8NaN2q0Jls_i8La888vUk';

describe('lacking', () => {
  it.each([
    ['a figure of a chart', '<path d="M 0 NaN L 12 4"/>'],
    ['an amount', '<td>NaN\u00a0€</td>'],
    ['a part of an address', '<a href="/vertraege/undefined">'],
    ['a text', '<p>[object Object]</p>'],
    ['the value of a cell', '<td> null </td>'],
  ])('finds %s that is not there', (_, html) => {
    expect(lacking(html)).toContain(html.slice(0, 10));
  });

  it('finds nothing in what a secret spells by chance', () => {
    expect(lacking(`<input name="_token" value="${TOKEN}">`)).toBeUndefined();
    expect(lacking(`<a href="/einladung/${TOKEN}">Sie haben null Fehler</a>`)).toBeUndefined();
  });
});
