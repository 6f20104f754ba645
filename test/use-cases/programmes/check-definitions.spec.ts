import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/config/project-root.js';
import { checkDefinitions } from '../../../src/programmes/definitions/check-definitions.js';
import { loadDefinitions } from '../../../src/programmes/definitions/load-definitions.js';
import { readDefinition } from '../../../src/programmes/definitions/read-definition.js';
import { toYaml } from '../../../src/programmes/definitions/to-yaml.js';
import type { DefinitionFile } from '../../../src/programmes/definitions/definition.js';
import { changedSource, CONTRACTS, findingsAfter } from './shipped.js';

const CITIES = 'kreis-unna/contracts/kim-cities.yaml';
const KIM_2 = 'kreis-unna/notices/kim-2-2023.yaml';
const LUENEN = 'kreis-unna/positions/luenen.yaml';
const BERGKAMEN = 'kreis-unna/positions/bergkamen.yaml';

describe('the shipped definitions', () => {
  it('hold no mistake, and warn of the one small post', () => {
    const { files, findings } = loadDefinitions(CONTRACTS);
    expect(findings).toEqual([]);
    expect(checkDefinitions(files)).toMatchObject([
      { severity: 'warning', file: `contracts/${LUENEN}`, path: 'positions[4].plannedFte' },
    ]);
  });

  it('read back the same after they are written', () => {
    for (const { file, definition } of loadDefinitions(CONTRACTS).files) {
      const again = readDefinition(file, Buffer.from(toYaml(definition)));
      expect(again.findings).toEqual([]);
      expect(again.definition?.definition).toEqual(definition);
    }
  });
});

describe('a definition is refused', () => {
  it.each<[string, string, string, string, string]>([
    [
      'an unknown component',
      KIM_2,
      'component: kim-2',
      'component: kim-22',
      'Der Baustein „kim-22“ ist nicht bekannt. Meinten Sie „kim-2“? Bekannt: kim-1, kim-2, kim-3.',
    ],
    [
      'terms that do not add up',
      KIM_2,
      'amount: 1026000.00\n',
      'amount: 1026000.01\n',
      'Die Bestandteile ergeben 1.026.000,00\u00a0€, die Zeile nennt 1.026.000,01\u00a0€.',
    ],
    [
      'a term that is no product',
      KIM_2,
      'quantity: 18,',
      'quantity: 17,',
      '17 × 57.000,00\u00a0€ ergibt nicht 1.026.000,00\u00a0€.',
    ],
    [
      'half a cent',
      KIM_2,
      'amount: 1026000.00\n',
      'amount: 1026000.005\n',
      'Erwartet: Euro mit Punkt und höchstens zwei Nachkommastellen',
    ],
    [
      'a line outside its year',
      KIM_2,
      'year: 2023',
      'year: 2024',
      'Das Jahr 2024 passt nicht zum Zeitraum',
    ],
    [
      'an end before the start',
      KIM_2,
      'to: 2023-12-31 }\nlines',
      'to: 2022-12-31 }\nlines',
      'liegt vor dem ersten Tag',
    ],
    [
      'a ceiling that is no sum',
      CITIES,
      'ceiling: 66700.00',
      'ceiling: 66000.00',
      'Der Höchstbetrag ist 1,0 VzÄ × 57.000,00\u00a0€ + 9.700,00\u00a0€ Sachmittel. Die Zeile nennt 66.000,00\u00a0€.',
    ],
    [
      'an unknown partner',
      CITIES,
      'partners: [luenen, bergkamen]',
      'partners: [luenen, bergkmen]',
      '„bergkmen“ ist nicht bekannt. Meinten Sie „bergkamen“?',
    ],
    [
      'an unknown notice line',
      CITIES,
      'noticeLine: kim-2-2024',
      'noticeLine: kim-2-2034',
      'Die Bescheidzeile „kim-2-2034“ ist nicht bekannt. Meinten Sie',
    ],
    [
      'a gap in the versions',
      CITIES,
      '- number: 2',
      '- number: 4',
      'hier steht 4, erwartet ist 2.',
    ],
    [
      'versions out of order',
      CITIES,
      'inForceFrom: 2022-08-25',
      'inForceFrom: 2021-08-25',
      'die Fassung davor erst ab 13.01.2022',
    ],
    [
      'an incomplete checklist',
      CITIES,
      '      - { item: period, state: explicit, clause: "§ 15 Abs. 1, § 18" }\n',
      '',
      'Zur Prüfliste nach VV Nr. 12 zu § 44 LHO fehlt: period.',
    ],
    [
      'a stranger who signs',
      CITIES,
      'party: bergkamen, signedOn: 2023-03-27',
      'party: selm, signedOn: 2023-03-27',
      'Die Vertragspartei „selm“ ist nicht bekannt.',
    ],
    [
      'a contract where the model is due',
      'kreis-unna/contracts/komm-an-unna.yaml',
      'form: model',
      'form: free',
      'Für KOMM-AN II verlangt das Land 2023 den Mustervertrag',
    ],
    [
      'too much training',
      'kreis-unna/contracts/komm-an-selm.yaml',
      '{ item: translation, quantity: 12 }',
      '{ item: qualification, quantity: 60 }',
      'Höchstens 30 % von 9.000,00\u00a0€',
    ],
    [
      'a fixed sum twice, past its limit',
      'kreis-unna/contracts/komm-an-unna.yaml',
      '{ item: information, quantity: 1 }',
      '{ item: website, quantity: 1 }',
      'Der Festbetrag „website“ steht zweimal da',
    ],
    [
      'a proof that is due on 30 February',
      CITIES,
      'month: 1\n        day: 15',
      'month: 2\n        day: 30',
      'Den 30.2. gibt es nicht in jedem Jahr.',
    ],
    ['blanks around a share', BERGKAMEN, 'plannedFte: 1.0', 'plannedFte: " 1.0 "', 'passt nicht.'],
    [
      'a directive of YAML',
      KIM_2,
      'kind: notice',
      '%YAML 3.0\n---\nkind: notice',
      'Eine Anweisung mit % am Anfang der Datei gibt es hier nicht.',
    ],
    [
      'a sub-forwarding beyond its parent',
      'kreis-unna/contracts/kim-north.yaml',
      'fte: 1.0\n        annualRate: 57000.00\n        material: 0.00\n        ceiling: 57000.00',
      'fte: 4.0\n        annualRate: 57000.00\n        material: 0.00\n        ceiling: 228000.00',
      'Die Zuweisungszeile „luenen-kim-2“',
    ],
    [
      'an unknown line of a post',
      BERGKAMEN,
      'allocationLine: bergkamen-kim-2',
      'allocationLine: bergkamen-kim-3',
      'Meinten Sie „bergkamen-kim-2“?',
    ],
    [
      'a share of 1.2',
      BERGKAMEN,
      'plannedFte: 1.0',
      'plannedFte: 1.2',
      'Erwartet: ein Anteil über 0 und höchstens 1',
    ],
    [
      'a share with five places',
      BERGKAMEN,
      'plannedFte: 1.0',
      'plannedFte: 0.12345',
      '„0.12345“ passt nicht.',
    ],
    ['a share below zero', BERGKAMEN, 'share: 1.0', 'share: -0.5', '„-0.5“ passt nicht.'],
    [
      'a spell before its post',
      BERGKAMEN,
      'from: 2022-01-13, share',
      'from: 2021-01-13, share',
      'liegt nicht in der Laufzeit der Stelle (ab 13.01.2022)',
    ],
    [
      'a real name',
      BERGKAMEN,
      'personKey: BER-15F8',
      'personKey: Erika Mustermann',
      'Erwartet: ein Pseudonym',
    ],
    [
      'a second thing of the same id',
      BERGKAMEN,
      'id: bergkamen-k2-2\n',
      'id: bergkamen-k2-1\n',
      'ist schon in contracts/kreis-unna/positions/bergkamen.yaml:4 festgelegt.',
    ],
    [
      'two regimes for a year',
      'programmes/kim.yaml',
      'fromYear: 2024',
      'fromYear: 2023',
      'Für diese Jahre gilt schon das Regime von 2023 bis 2023.',
    ],
    [
      'an account number with a slip',
      'kreis-unna/partners.yaml',
      'DE93 9999 9999 0000 0000 01',
      'DE93 9999 9999 0000 0000 10',
      'eine IBAN mit richtiger Prüfziffer',
    ],
    [
      'a base rate out of order',
      'law/base-rate.yaml',
      'validFrom: 2023-07-01',
      'validFrom: 2022-07-01',
      'stehen nach Tagen geordnet',
    ],
  ])('with %s', (_, file, from, to, message) => {
    expect(findingsAfter(file, [from, to]).join('\n')).toContain(message);
  });

  it('with two spells above the planned share, naming both and the day', () => {
    const [finding] = findingsAfter(BERGKAMEN, ['from: 2023-10-01', 'from: 2023-06-15']);
    expect(finding).toMatch(/^contracts\/kreis-unna\/positions\/bergkamen.yaml:\d+:\d+: /);
    expect(finding).toContain('Am 15.06.2023 sind 2,0 VzÄ besetzt, geplant sind 1,0');
    expect(finding).toContain('bergkamen-k2-2-1 (01.09.2022 bis 30.06.2023, 1,0');
    expect(finding).toContain('bergkamen-k2-2-2 (ab 15.06.2023, 1,0');
  });

  it('but not where the second spell is cover', () => {
    const change = [
      'from: 2023-10-01, share: 1.0',
      'from: 2023-06-15, share: 1.0, cover: true',
    ] as const;
    expect(findingsAfter(BERGKAMEN, change)).toEqual([]);
  });

  it('with one person above 1.0 over two posts (R11)', () => {
    const [finding] = findingsAfter(BERGKAMEN, ['personKey: BER-15F8', 'personKey: LUE-2B80']);
    expect(finding).toContain(
      'LUE-2B80 ist am 13.01.2022 mit 2,0 VzÄ abgerechnet, mehr als 1,0 (R11)',
    );
  });

  it('with 18.5 VzÄ on a notice line of 18.0 (R1)', () => {
    const findings = findingsAfter(CITIES, [
      'fte: 4.0\n        annualRate: 57000.00\n        material: 0.00\n        ceiling: 228000.00',
      'fte: 4.5\n        annualRate: 57000.00\n        material: 0.00\n        ceiling: 256500.00',
    ]);
    const text = findings.join('\n');
    expect(text).toContain('„kim-2-2023“');
    expect(text).toContain('18,0 VzÄ, verteilt sind 18,5');
    expect(text).toContain('hat für 2025 1.026.000,00\u00a0€, verteilt sind 1.054.500,00\u00a0€');
  });
});

describe('an amending notice', () => {
  const shipped = loadDefinitions(CONTRACTS).files;
  const amending = (amends: string): DefinitionFile[] => {
    const { bytes } = changedSource(
      'kreis-unna/notices/kim-2-2025.yaml',
      ['id: notice-kim-2-2025', `id: notice-kim-2-2025-a\namends: ${amends}`],
      ['fte: 18.0', 'fte: 17.0'],
      ['amount: 1026000.00\n', 'amount: 969000.00\n'],
      [
        'quantity: 18, unit: 57000.00, amount: 1026000.00',
        'quantity: 17, unit: 57000.00, amount: 969000.00',
      ],
    );
    return [readDefinition('cut.yaml', bytes).definition ?? []].flat();
  };

  it('may cut a line that is distributed already: the shortage is a warning', () => {
    const findings = checkDefinitions(amending('notice-kim-2-2025'), shipped);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = findings.map(({ message }) => message).join('\n');
    expect(text).toContain('hat am 01.01.2025 17,0 VzÄ, verteilt sind 18,0');
    expect(text).toContain('hat für 2025 969.000,00\u00a0€, verteilt sind 1.026.000,00\u00a0€');
  });

  it('names the line that it changes, and no line of another notice', () => {
    const findings = checkDefinitions(amending('notice-kim-2-2024'), shipped);
    const text = findings.map(({ message }) => message).join('\n');
    expect(text).toContain('Die Bescheidzeile „kim-2-2025“ ist schon in');
  });
});

describe('the guide to the format', () => {
  it('shows an example that holds no mistake', () => {
    const guide = readFileSync(join(projectRoot(), 'docs/definitions.md'), 'utf8');
    const texts = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');
    const read = texts.map((text, index) =>
      readDefinition(`example-${index}.yaml`, Buffer.from(text)),
    );
    expect(read.flatMap(({ findings }) => findings)).toEqual([]);
    const files = read.flatMap(({ definition }) => definition ?? []);
    expect(files.map(({ definition }) => definition.kind).toSorted()).toEqual([
      'contract',
      'law',
      'notice',
      'partners',
      'positions',
      'programme',
      'take-over',
    ]);
    expect(checkDefinitions(files)).toEqual([]);
  });
});
