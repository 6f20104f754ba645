import { clausesText, readClauses } from './clause-text.rules.js';

const PASTED = `Zwischen dem Kreis Unna
und den Städten

§ 4
Leistungen
(1) Der Zuwendungsempfänger leitet Zuwendungen für Sach- und
Personalausgaben weiter, auch für das Fall-
management:
a. Stadt Lünen: 1,0 VzÄ;
b. Nordkreis: 5,0 VzÄ.
Empfängerin ist die Stadt Lünen.

§ 6 Höhe und Auszahlung
Die Höhe beträgt je 1,0 VzÄ 57.000,00 Euro.
`;

describe('the text of a contract', () => {
  it('is read clause by clause, with what stands before the first', () => {
    expect(readClauses(PASTED)).toEqual({
      preamble: ['Zwischen dem Kreis Unna und den Städten'],
      clauses: [
        {
          number: '§ 4',
          heading: 'Leistungen',
          paragraphs: [
            '(1) Der Zuwendungsempfänger leitet Zuwendungen für Sach- und Personalausgaben weiter, auch für das Fallmanagement:',
            'a. Stadt Lünen: 1,0 VzÄ;',
            'b. Nordkreis: 5,0 VzÄ.',
            'Empfängerin ist die Stadt Lünen.',
          ],
        },
        {
          number: '§ 6',
          heading: 'Höhe und Auszahlung',
          paragraphs: ['Die Höhe beträgt je 1,0 VzÄ 57.000,00 Euro.'],
        },
      ],
    });
  });

  it('is written so that it reads back to the same clauses', () => {
    const { clauses } = readClauses(PASTED);
    expect(readClauses(clausesText(clauses)).clauses).toEqual(clauses);
  });

  it('keeps paragraphs without a number apart, however long the one before is', () => {
    const long =
      'c. Städte Bergkamen, Kamen, Gemeinde Bönen: Zuwendungen für 4,0 VzÄ im Baustein II';
    const paragraphs = [`${long}.`, 'Empfängerin ist die Stadt Bergkamen.', 'und die Stadt Lünen'];
    const clauses = [{ number: '§ 4', heading: 'Leistungen', paragraphs }];
    expect(readClauses(clausesText(clauses)).clauses).toEqual(clauses);
  });

  it('is nothing but a preamble where no paragraph sign stands', () => {
    expect(readClauses('Vereinbarung')).toEqual({ preamble: ['Vereinbarung'], clauses: [] });
  });
});
