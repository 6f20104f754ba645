import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import type { JournalEntry } from '../../../src/ledger/ledger.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { OpenBookUseCase } from '../../../src/programmes/open-book.use-case.js';
import { brief, entriesOf } from '../../support/journal.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { openTemplate } from '../../support/open-template.js';
import { ownDatabase } from '../../support/templates.js';
import { testBook, type TestBook } from '../../support/test-book.js';
import { withoutLedger } from '../../support/without-ledger.js';

const ownEntries = async ({
  reader,
}: Pick<OpenedApp, 'reader'>): Promise<readonly JournalEntry[]> => [
  ...(await entriesOf(reader, 'notice:')),
  ...(await entriesOf(reader, 'contract:')),
];

/** Content without what says when and by whom. */
const contentOf = ({ postings, text, ...head }: JournalEntry) =>
  JSON.stringify([brief({ postings, text, ...head }), text, postings.length]);

describe('a new example book', () => {
  appOnEachDatabase({ kind: 'example' }, (app) => {
    it('has entered what its notices grant, line by line', async () => {
      const notices = await app().get(GrantsQueries).notices();
      expect(notices.length).toBeGreaterThan(30);
      const entries = await entriesOf(app().reader, 'notice:');
      const granted = (noticeLine: string) =>
        entries
          .flatMap(({ postings }) => postings)
          .filter((posting) => posting.noticeLine === noticeLine)
          .filter(({ account }) => account === 'land-claims')
          .reduce((sum, { cents }) => sum + cents, 0n);
      for (const { id } of notices) {
        const { notice } = await app().get(GrantsQueries).notice(id);
        for (const { id: line, amountCents } of notice.lines) {
          expect([line, granted(line)]).toEqual([line, amountCents]);
        }
      }
    });

    it('has entered each by whoever took the files in', async () => {
      const entries = await ownEntries(app());
      expect(new Set(entries.map(({ actors }) => actors['entered']))).toEqual(
        new Set(['system:start']),
      );
      expect(new Set(entries.map(({ commandKey }) => commandKey.slice(0, 7)))).toEqual(
        new Set(['import:']),
      );
    });
  });
});

describe('an example book from before there was a ledger', () => {
  const imported = new Map<Engine, readonly string[]>();
  const prepare = async (book: TestBook): Promise<void> => {
    const contents = (await ownEntries(book)).map(contentOf).toSorted();
    imported.set(book.address.kind, contents);
    await withoutLedger(book);
  };

  appOnEachDatabase({ kind: 'example', prepare }, (app) => {
    it('gets the same entries when it is opened', async () => {
      const entries = await ownEntries(app());
      expect(entries.map(contentOf).toSorted()).toEqual(imported.get(app().engine));
      expect(new Set(entries.map(({ actors }) => actors['entered']))).toEqual(
        new Set(['system:upgrade']),
      );
    });

    it('gets them once, however often it is opened', async () => {
      const before = (await ownEntries(app())).length;
      await Promise.all([app().another(), app().another()]);
      await app().get(OpenBookUseCase).execute();
      expect(await ownEntries(app())).toHaveLength(before);
    });
  });

  it.each<Engine>(['sqlite', 'postgres'])(
    'gets them once from two instances that open it at once, on %s',
    async (engine) => {
      const own = await ownDatabase(engine, 'example');
      const book = await testBook(own.address);
      await prepare(book);
      await Promise.all([
        openTemplate(own.address, 'example'),
        openTemplate(own.address, 'example'),
      ]);
      const contents = (await ownEntries(book)).map(contentOf).toSorted();
      expect(contents).toEqual(imported.get(engine));
      await book.close();
      await own.remove();
    },
    60_000,
  );
});
