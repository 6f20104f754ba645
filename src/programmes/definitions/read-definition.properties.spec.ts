import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../../platform/config/project-root.js';
import { checkDefinitions } from './check-definitions.js';
import { readFolder } from './definition-folder.js';
import { readSources } from './load-definitions.js';

const sources = readFolder(join(projectRoot(), 'contracts'));
const shipped = readSources(sources).files;

/** A shipped file with something cut out, and something else put in. */
const damaged = fc
  .record({
    source: fc.constantFrom(...sources),
    at: fc.nat(),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '  ',
        ': ',
        '- ',
        '&a ',
        '*a',
        '"',
        "'",
        '{',
        ']',
        '#',
        '0',
        '-',
      ),
      fc.string({ maxLength: 6 }),
    ),
  })
  .map(({ source, at, cut, put }) => {
    const text = Buffer.from(source.bytes).toString('utf8');
    const from = at % text.length;
    const bytes = Buffer.from(text.slice(0, from) + put + text.slice(from + cut));
    return { name: source.name, bytes };
  });

describe('a damaged definition file', () => {
  it('is read or refused with places in it, and never ends the program', () => {
    fc.assert(
      fc.property(damaged, (source) => {
        const { files, findings } = readSources([source]);
        const lineCount = source.bytes.toString('utf8').split('\n').length;
        expect(files.length === 1).toBe(findings.length === 0);
        for (const { line, column, message } of findings) {
          expect(line >= 1 && line <= lineCount && column >= 1 && message !== '').toBe(true);
        }
        if (files.length > 0) checkDefinitions(files, shipped);
      }),
      { numRuns: 400 },
    );
  });
});
