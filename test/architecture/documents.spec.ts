import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGE_FILES } from '../../src/web/messages/messages.js';
import { REFUSED, refusalFolders } from '../examples/refused/folders.js';
import { refusalCodes, sourceFiles } from './source-tree.js';

/** Documents that say something about the code are compared with it. */

const files = sourceFiles();
const code = files.map(({ text }) => text).join('\n');

/** The cells of a Markdown table's rows, by column. */
function tableColumn(path: string, column: number): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split('|')[column + 1]?.trim() ?? '');
}

const camel = (words: string): string =>
  words.replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());

describe('the glossary', () => {
  it('binds each German term to a word that the code uses', () => {
    const unused = tableColumn('docs/glossary.md', 1).filter(
      (term) => !new RegExp(`${term.replace(/ /g, '[ -]?')}|${camel(term)}`, 'i').test(code),
    );
    expect(unused).toEqual([]);
  });

  it('has each term once', () => {
    for (const column of [0, 1]) {
      const terms = tableColumn('docs/glossary.md', column);
      expect(new Set(terms).size).toBe(terms.length);
    }
  });
});

describe('the README', () => {
  it('names each setting that the code reads, and no other', () => {
    const config = ['app-config', 'directory-settings']
      .map((file) => readFileSync(`src/platform/config/${file}.ts`, 'utf8'))
      .join('\n');
    const read = [...config.matchAll(/(?:set|text)(?:<[^>]*>)?\(\s*'([A-Z_]+)'/g)].map(
      ([, name]) => name ?? '',
    );
    const readme = readFileSync('README.md', 'utf8');
    const settings = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Map'));
    const told = [...settings.matchAll(/^\| (.+?) \|/gm)]
      .flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([A-Z_]+)`/g)])
      .map(([, name]) => name ?? '');
    expect([...new Set(told)].toSorted()).toEqual([...new Set(read)].toSorted());
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readFileSync('README.md', 'utf8').matchAll(/npm run (\w+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the catalogue of refusals', () => {
  const codes = refusalCodes(files);

  it('has one German sentence for each code, and none for a code that nobody throws', () => {
    const sentences = MESSAGE_FILES.flatMap((file) => Object.keys(file)).filter(
      (sentence) => !sentence.startsWith('http.'),
    );
    expect(sentences.toSorted()).toEqual(codes);
  });

  it('has one example with a story for each code, and none for a code that nobody throws', () => {
    expect(refusalFolders()).toEqual(codes);
    const untold = refusalFolders().filter((code) => {
      const story = readFileSync(join(REFUSED, code, 'story.md'), 'utf8');
      return !/^# .+\n\n/.test(story) || !/Regeln?:|Grundlage:/.test(story);
    });
    expect(untold).toEqual([]);
    const unproven = codes.filter((code) => !existsSync(join(REFUSED, code, 'refusal.ts')));
    expect(unproven).toEqual([]);
  });
});

describe('the decisions', () => {
  it('are numbered without a gap and say what was decided and why', () => {
    const names = readdirSync('docs/decisions').toSorted();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1));
    const without = names.filter((name) => {
      const text = readFileSync(join('docs/decisions', name), 'utf8');
      return !text.includes('**Decision.**') || !text.includes('**Why.**');
    });
    expect(without).toEqual([]);
  });
});
