import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportDefinitionsCommand } from '../../src/programmes/import-definitions.command.js';
import { toYaml } from '../../src/programmes/definitions/to-yaml.js';
import { dumpOf } from '../support/book-dump.js';
import { bookModules, type BookModules } from '../support/book-modules.js';
import { aPartner, partnersOf } from '../support/notice-builder.js';
import { bookOnEachDatabase } from '../support/on-each-database.js';
import { changedSource, lastLineWith, type Change } from './programmes/shipped.js';

const CITIES = 'kreis-unna/contracts/kim-cities.yaml';
const NOTICE = 'kreis-unna/notices/kim-2-2025.yaml';
const BERGKAMEN = 'kreis-unna/positions/bergkamen.yaml';
const OVERLAP: Change = ['from: 2023-10-01', 'from: 2023-06-15'];
const FOUR_VZAE =
  'fte: 4.0\n        annualRate: 57000.00\n        material: 0.00\n        ceiling: 228000.00';

const MISTAKES: readonly (readonly [string, string, Change, number, string])[] = [
  [
    'a date that does not exist',
    BERGKAMEN,
    ['from: 2023-10-01', 'from: 2023-02-31'],
    28,
    '„2023-02-31“ passt nicht. Erwartet: ein Tag, den es gibt, als JJJJ-MM-TT',
  ],
  [
    'a share below zero',
    BERGKAMEN,
    ['plannedFte: 1.0', 'plannedFte: -0.5'],
    8,
    '„-0.5“ passt nicht. Erwartet: ein Anteil über 0 und höchstens 1',
  ],
  [
    'a share with five decimals',
    BERGKAMEN,
    ['plannedFte: 1.0', 'plannedFte: 0.12345'],
    8,
    '„0.12345“ passt nicht. Erwartet: ein Anteil über 0 und höchstens 1 mit höchstens vier Nachkommastellen',
  ],
  [
    'an overlap above the planned share',
    BERGKAMEN,
    OVERLAP,
    28,
    'Am 15.06.2023 sind 2,0 VzÄ besetzt, geplant sind 1,0',
  ],
  [
    'VzÄ beyond the notice',
    CITIES,
    [FOUR_VZAE, FOUR_VZAE.replace('4.0', '4.5').replace('228000', '256500')],
    lastLineWith(CITIES, '- id: bergkamen-kim-2'),
    '18,0 VzÄ, verteilt sind 18,5',
  ],
  [
    'an unknown component',
    NOTICE,
    ['component: kim-2', 'component: kim-22'],
    12,
    'Der Baustein „kim-22“ ist nicht bekannt. Meinten Sie „kim-2“?',
  ],
  [
    'a broken YAML file',
    NOTICE,
    ['period: { from: 2025-01-01, to: 2025-12-31 }\nlines', 'period: { from: 2025-01-01\nlines'],
    0,
    'Fehler',
  ],
];

bookOnEachDatabase((database) => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
  let modules: BookModules;

  beforeAll(async () => {
    modules = bookModules(database.book);
    await modules.open();
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const importFiles = async (...paths: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const io = {
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
    };
    const code = await new ImportDefinitionsCommand(modules.imports).run(paths, io);
    return { code, err, out };
  };

  it.each(MISTAKES)(
    'is as it was after %s, and says where and why',
    async (_, file, change, line, message) => {
      const path = join(folder, 'changed.yaml');
      writeFileSync(path, changedSource(file, change).bytes);
      const before = await dumpOf(database.book.writer);
      const { code, err, out } = await importFiles(path);
      expect({ code, err }).toEqual({ code: 1, err: [] });
      expect(out[0]).toMatch(new RegExp(`^${path}:${line === 0 ? '\\d+' : line}:\\d+: Fehler`));
      expect(out.join('\n')).toContain(message);
      expect(await dumpOf(database.book.writer)).toEqual(before);
    },
  );

  it('takes nothing of several files if one of them is wrong', async () => {
    const before = await dumpOf(database.book.writer);
    const good = join(folder, 'good.yaml');
    writeFileSync(good, toYaml(partnersOf(aPartner({ id: 'holzwickede-2' }))));
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, changedSource(BERGKAMEN, OVERLAP).bytes);
    const { code, out } = await importFiles(good, wrong);
    expect(code).toBe(1);
    expect(out).toEqual([expect.stringContaining(`${wrong}:28:`)]);
    expect(await dumpOf(database.book.writer)).toEqual(before);
  });
});
