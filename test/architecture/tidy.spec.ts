import { readFileSync } from 'node:fs';
import { BANS, FILE_LINES_MAX, FRAMEWORKS, LAYERS } from './layers.js';
import { folderOf, importsOf, isAllowedImport, layerOf, sourceFiles } from './source-tree.js';

/** The house rules that a machine can hold. A broken rule names file, line and what to do. */

const files = sourceFiles();

describe('the source tree', () => {
  it('has a layer for each of its folders', () => {
    const folders = [...new Set(files.map(({ path }) => folderOf(path)))];
    expect(folders.filter((folder) => folder !== '' && layerOf(folder) < 0)).toEqual([]);
  });

  it('imports downwards only, and other modules only through their public files', () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => !isAllowedImport(file.path, target))
        .map(({ line, target }) => `src/${file.path}:${line} must not import src/${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps frameworks out of src/domain and of every *.rules.ts', () => {
    const broken = files
      .filter(({ path }) => path.startsWith('domain/') || path.endsWith('.rules.ts'))
      .filter(({ text }) => FRAMEWORKS.test(text));
    expect(broken.map(({ path }) => path)).toEqual([]);
  });

  it('writes nothing that is banned', () => {
    const broken = files
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap(({ path, lines }) =>
        lines.flatMap((line, index) =>
          BANS.filter(({ pattern, except }) => pattern.test(line) && !except?.test(path)).map(
            ({ instead }) => `src/${path}:${index + 1} "${line.trim()}": use ${instead}`,
          ),
        ),
      );
    expect(broken).toEqual([]);
  });

  it('keeps files short enough to read in one go', () => {
    const broken = files.filter(({ lines }) => lines.length > FILE_LINES_MAX + 1);
    expect(broken.map(({ path, lines }) => `src/${path}: ${lines.length} lines`)).toEqual([]);
  });

  it('has no barrel and no collecting service', () => {
    const broken = files.filter(({ path }) => /(^|\/)index\.ts$|\.service\.ts$/.test(path));
    expect(broken.map(({ path }) => path)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('refuse an upward import, a private file and a neighbour', () => {
    expect(isAllowedImport('domain/money/cents.ts', 'platform/clock/clock.ts')).toBe(false);
    expect(isAllowedImport('contracts/contracts.ts', 'grants/notice.entity.ts')).toBe(false);
    expect(isAllowedImport('capacity/capacity.ts', 'ledger/ledger.ts')).toBe(false);
    expect(isAllowedImport('contracts/contracts.ts', 'grants/grants.queries.ts')).toBe(true);
  });

  it('stand in ARCHITECTURE.md as they are tested', () => {
    const text = readFileSync('ARCHITECTURE.md', 'utf8');
    const table = LAYERS.map((layer) => layer.join(', ')).join(' → ');
    expect(text.replace(/\s+/g, ' ')).toContain(table);
  });
});
