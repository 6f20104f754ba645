import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { loadDefinitions } from '../../../src/programmes/definitions/load-definitions.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { bookModules, type BookModules } from '../../support/book-modules.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aNotice, aPartner, aPosition, partnersOf } from '../../support/notice-builder.js';
import { importInto } from '../../support/import-into.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { refusalOf } from '../../support/refusal-of.js';
import { ownDatabase } from '../../support/templates.js';
import { testBook } from '../../support/test-book.js';
import { CONTRACTS } from '../programmes/shipped.js';

/** A contract for so many VzÄ of the notice line. */
function forwarding(id: string, share: string) {
  const fte = parseFte(share);
  const ceilingCents = parseEuro(`${(fte * 5.7).toString()},00`);
  return aContract({ id, versions: [aVersion({ lines: [aLine({ id, fte, ceilingCents })] })] });
}

describe('the shipped book', () => {
  bookOnEachDatabase((database) => {
    let modules: BookModules;

    beforeAll(async () => {
      modules = bookModules(database.book);
      await modules.open();
    }, 60_000);

    it('adds nothing and differs nowhere when it is imported again', async () => {
      const { files } = loadDefinitions(CONTRACTS);
      const facts = files.filter(({ definition }) => !/programme|law/.test(definition.kind));
      const again = await modules.imports.execute(facts, 'person:test');
      expect(again).toMatchObject({ added: [], differing: [] });
      expect(again.unchanged.length).toBeGreaterThan(100);
    });

    it('reports a figure that a file tells differently, and keeps its own', async () => {
      const { files } = loadDefinitions(CONTRACTS);
      const cities = files.find((file) => file.file.endsWith('kim-cities.yaml'));
      const text = JSON.stringify(cities?.definition, (_key, value: unknown) =>
        typeof value === 'bigint' ? `cents:${value.toString()}` : value,
      ).replace('"region":"Nordkreis"', '"region":"Norden"');
      const definition = JSON.parse(text, (_key, value: unknown) =>
        typeof value === 'string' && value.startsWith('cents:') ? BigInt(value.slice(6)) : value,
      ) as Definition;
      const report = await importInto(modules, database.book, [definition]);
      expect(report.added).toEqual([]);
      expect(report.differing).toMatchObject([
        { id: 'kim-cities', inBook: 'Nordkreis', inFile: 'Norden' },
      ]);
      const [book] = await modules.contracts.contracts(database.book.reader, {
        ids: ['kim-cities'],
      });
      expect(
        JSON.stringify(book?.fact.versions.at(0)?.lines.map(({ region }) => region)),
      ).toContain('Nordkreis');
    });

    it('comes out as it went in: an export fills an empty book with the same facts', async () => {
      const own = await ownDatabase(database.engine, 'migrated');
      const other = await testBook(own.address);
      const target = bookModules(other);
      await target.openEmpty();
      const exported: Definition[] = [];
      for (const exporter of modules.importers.allExporters()) {
        exported.push(...(await exporter.export(database.book.reader)));
      }
      await importInto(target, other, exported);
      const [from, to] = [await modules.facts.read(), await target.facts.read()];
      expect(to.notices).toEqual(from.notices);
      expect(to.contracts).toEqual(from.contracts);
      expect(to.positions).toEqual(from.positions);
      expect([...to.partners]).toEqual([...from.partners]);
      await other.close();
      await own.remove();
    }, 60_000);
  });
});

describe('R1 in the book', () => {
  bookOnEachDatabase((database) => {
    let modules: BookModules;

    beforeAll(async () => {
      modules = bookModules(database.book);
      await importInto(modules, database.book, [
        partnersOf(aPartner()),
        aNotice(),
        forwarding('line-17', '17,5'),
      ]);
    }, 60_000);

    it('refuses 18.5 VzÄ of 18.0 with the figures, and leaves the book as it was', async () => {
      const refused = await refusalOf(
        importInto(modules, database.book, [forwarding('line-1', '1,0')]),
      );
      expect(refused).toContain('capacity.exceeded');
      expect(refused).toContain('"holder":"notice-line:kim-2-2023","measure":"fte"');
      expect(refused).toContain('"granted":"180000","used":"175000","requested":"10000"');
      const contracts = await modules.contracts.contracts(database.book.reader);
      expect(contracts.map(({ fact }) => fact.id)).toEqual(['line-17']);
    });

    it('lets exactly one of two imports have the last 0.5 VzÄ', async () => {
      const second = await database.anotherInstance();
      const results = await Promise.allSettled([
        importInto(modules, database.book, [forwarding('line-a', '0,5')]),
        importInto(bookModules(second), second, [forwarding('line-b', '0,5')]),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const on = aVersion().inForceFrom;
      const balance = await modules.capacityQueries.balance('notice-line:kim-2-2023', 'fte', {
        on,
      });
      expect(balance).toEqual({ granted: 180_000n, used: 180_000n, free: 0n });
    });

    it('refuses a post beyond its line, and a person beyond 1.0 (R11)', async () => {
      const post = aPosition({ allocationLine: 'line-17' });
      await importInto(modules, database.book, [{ kind: 'positions', positions: [post] }]);
      const beyond = aPosition({
        id: 'luenen-2',
        allocationLine: 'line-17',
        plannedFte: parseFte('17,0'),
        occupancies: [],
      });
      const tooMuch = await refusalOf(
        importInto(modules, database.book, [{ kind: 'positions', positions: [beyond] }]),
      );
      expect(tooMuch).toContain('allocation-line:line-17');
      const twice = aPosition({
        id: 'luenen-3',
        allocationLine: 'line-17',
        occupancies: post.occupancies.map((spell) => ({ ...spell, id: 'luenen-3-a' })),
      });
      const samePerson = await refusalOf(
        importInto(modules, database.book, [{ kind: 'positions', positions: [twice] }]),
      );
      expect(samePerson).toContain('person:LUE-0001');
    });

    it('takes a cut of the notice, shows the shortage and refuses increases', async () => {
      const [line] = aNotice().lines;
      const cut = aNotice({
        id: 'kim-2-2023-cut',
        amends: 'kim-2-2023-notice',
        lines: line ? [{ ...line, fte: parseFte('17,0') }] : [],
      });
      await importInto(modules, database.book, [cut]);
      expect(await modules.capacityQueries.shortages()).toMatchObject([
        { holder: 'notice-line:kim-2-2023', measure: 'fte', granted: 170_000n, used: 180_000n },
      ]);
      const facts = await modules.facts.read();
      expect(facts.noticeLines.get('kim-2-2023')?.notice.id).toBe('kim-2-2023-cut');
      expect(facts.notices.find(({ id }) => id === 'kim-2-2023-notice')?.lines).toHaveLength(1);
    });
  });
});
