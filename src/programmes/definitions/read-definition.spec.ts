import { formatFinding } from './finding.js';
import { readDefinition } from './read-definition.js';

const LAW = `kind: law
table: base-rate
rows:
  - key: base-rate
    validFrom: 2023-01-01
    value: 1.62
    clause: § 247 BGB
`;

const findingsOf = (text: string): string[] =>
  readDefinition('law.yaml', Buffer.from(text)).findings.map(formatFinding);

describe('a definition file', () => {
  it('is read into domain values, and finds the place of each', () => {
    const { definition, findings } = readDefinition('law.yaml', Buffer.from(LAW));
    expect(findings).toEqual([]);
    expect(definition?.definition).toMatchObject({ table: 'base-rate', rows: [{ value: '1.62' }] });
    expect(definition?.placeOf('rows[0].value')).toMatchObject({ line: 6, column: 12 });
    expect(definition?.placeOf('rows[0].unknown.deeper')).toMatchObject({ line: 4 });
  });

  it('lists all its mistakes, each with line, column and what was expected', () => {
    const text = LAW.replace('2023-01-01', '2023-02-31')
      .replace('1.62', '1.62345')
      .replace('clause:', 'claus:');
    expect(findingsOf(text)).toEqual([
      'law.yaml:4:5: Fehler bei rows[0].clause: Diese Angabe fehlt. Erwartet: ein Text mit höchstens 4000 Zeichen ohne Steuerzeichen.',
      'law.yaml:5:16: Fehler bei rows[0].validFrom: „2023-02-31“ passt nicht. Erwartet: ein Tag, den es gibt, als JJJJ-MM-TT, zum Beispiel 2023-01-31.',
      'law.yaml:6:12: Fehler bei rows[0].value: „1.62345“ passt nicht. Erwartet: eine Dezimalzahl mit Punkt und höchstens vier Nachkommastellen.',
      'law.yaml:7:5: Fehler bei rows[0].claus: Den Schlüssel „claus“ gibt es hier nicht. Meinten Sie „clause“?',
    ]);
  });

  it.each([
    ['', 'law.yaml:1:1: Fehler: Die Datei ist leer.'],
    ['- a\n- b\n', 'Diese Angabe fehlt. Erwartet: eines von programme, law'],
    ['kind: laws\n', 'Meinten Sie „law“?'],
    [LAW + 'table: retention\n', 'law.yaml:8:1: Fehler: Dieser Schlüssel steht zweimal'],
    [LAW + '---\nkind: law\n', 'Eine Datei enthält genau eine Definition'],
    [LAW.replace('1.62', '"1.62'), 'law.yaml:'],
    [LAW.replace('1.62', '!!float 1.62'), 'Angaben wie „!!int“ gibt es hier nicht'],
    [LAW.replace('base-rate\nrows', 'base-rates\nrows'), 'Meinten Sie „base-rate“?'],
    [LAW.replace('rows:', 'rows: []\nignored:'), 'Die Liste ist leer'],
    [
      'kind: law\ntable: base-rate\nrows:\n  - { value: 1,62 }\n',
      'ein Komma statt eines Dezimalpunktes?',
    ],
    ['__proto__: 1\nkind: law\n', 'Ein Schlüssel muss ein einfacher Name sein.'],
    ['? [a]\n: 1\n', 'Ein Schlüssel muss ein einfacher Name sein.'],
    ['kind: *nowhere\n', 'hat kein Ziel davor'],
    ['kind: &a [*a]\n', 'hat kein Ziel davor'],
  ])('is refused as %j', (text, message) => {
    expect(findingsOf(text).join('\n')).toContain(message);
  });

  it('may use references', () => {
    const text =
      LAW.replace('clause: §', 'clause: &c §') +
      LAW.slice(LAW.indexOf('  - key')).replace('2023-01', '2023-07').replace('§ 247 BGB', '*c');
    expect(findingsOf(text)).toEqual([]);
  });

  it('is refused where references multiply it, or brackets nest it, without end', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const target =
        level === 0
          ? '[x,x,x,x,x,x,x,x,x]'
          : `[${Array(9)
              .fill(`*l${level - 1}`)
              .join(',')}]`;
      return `l${level}: &l${level} ${target}`;
    });
    expect(findingsOf(`kind: law\n${levels.join('\n')}\n`).join('\n')).toContain('vervielfachen');
    for (const deep of [
      '['.repeat(300_000),
      '- '.repeat(300_000),
      `a:\n${' '.repeat(5000)}b: 1\n`,
    ]) {
      expect(findingsOf(deep).join('\n')).toContain('zu tief verschachtelt');
    }
  });

  it('is refused where it is no text', () => {
    const { findings } = readDefinition('a.yaml', new Uint8Array([0x6b, 0xff, 0xfe]));
    expect(findings[0]?.message).toBe('Die Datei ist kein Text in UTF-8.');
  });
});
