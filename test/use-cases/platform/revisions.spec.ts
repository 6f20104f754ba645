import { cents } from '../../../src/domain/money/cents.js';
import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { StaleRevision, UnknownFact } from '../../../src/platform/database/database.errors.js';
import {
  latestRevision,
  latestRevisions,
  revisionsOf,
} from '../../../src/platform/database/revision-queries.js';
import {
  addFact,
  appendRevision,
  appendRevisions,
  withdrawFact,
  type Statement,
} from '../../../src/platform/database/revisions.js';
import type { Tx } from '../../../src/platform/database/unit-of-work.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { sample, SAMPLE_CONTENTS, SampleFact } from '../../support/sample-facts.js';

const BY: Statement = { by: 'person:a', reason: 'Import' };

bookOnEachDatabase(
  (database) => {
    const state = (id: string, label: string, statement: Partial<Statement> = {}) =>
      database.book.unitOfWork.run((tx) =>
        appendRevision(tx, SampleFact, sample(id, label), { ...BY, ...statement }),
      );

    it('counts the revisions of a fact and answers the newest', async () => {
      const { reader } = database.book;
      await state('a', 'first');
      const second = await state('a', 'second', { expected: 1, reason: 'Schreibfehler' });
      expect(second).toBeInstanceOf(SampleFact);
      expect(second).toMatchObject({ id: 'a', revision: 2, label: 'second', withdrawn: false });
      expect(await latestRevision(reader, SampleFact, 'a')).toEqual(second);
      const history = await revisionsOf(reader, SampleFact, 'a');
      expect(history.map(({ label, reason }) => [label, reason])).toEqual([
        ['first', 'Import'],
        ['second', 'Schreibfehler'],
      ]);
    });

    it('gives back what was stored, in the types of the domain', async () => {
      const fact = {
        ...sample('types', 'Größe „x“'),
        amountCents: cents(9_007_199_254_740_991n),
        validFrom: '2024-02-29' as PlainDate,
      };
      await database.book.unitOfWork.run((tx) => appendRevision(tx, SampleFact, fact, BY));
      expect(await latestRevision(database.book.reader, SampleFact, 'types')).toEqual({
        ...fact,
        revision: 1,
        recordedAt: database.book.clock.now(),
        recordedBy: 'person:a',
        reason: 'Import',
        withdrawn: false,
      });
    });

    it('answers as it was known at an instant', async () => {
      const { reader, clock } = database.book;
      await state('known', 'old');
      const before = clock.now();
      clock.moveTo('2025-06-03T08:00:00Z');
      await state('known', 'new');
      await state('later', 'new');
      const then = { knownAt: before, ids: ['known', 'later'] };
      expect((await latestRevisions(reader, SampleFact, then)).map(({ label }) => label)).toEqual([
        'old',
      ]);
    });

    it('refuses a lost update', async () => {
      await state('lost', 'first', { expected: 0 });
      await state('lost', 'second', { expected: 1 });
      const late = state('lost', 'other', { expected: 1 });
      await expect(late).rejects.toThrow(StaleRevision);
      await expect(late).rejects.toMatchObject({ facts: { id: 'lost', expected: 1, current: 2 } });
      await expect(state('lost', 'new', { expected: 0 })).rejects.toThrow(StaleRevision);
    });

    it('keeps each of many simultaneous statements, one after the other', async () => {
      const other = await database.anotherInstance();
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (index % 2 ? database.book : other).unitOfWork.run((tx) =>
            appendRevision(tx, SampleFact, sample('race', String(index)), BY),
          ),
        ),
      );
      const history = await revisionsOf(database.book.reader, SampleFact, 'race');
      expect(history.map(({ revision }) => revision)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      ]);
    });

    it('lets one of many win who saw the same revision', async () => {
      await state('seen', 'first');
      const answers = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((label) => state('seen', label, { expected: 1 })),
      );
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const answer of answers) {
        if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(StaleRevision);
      }
    });

    it('runs a transaction again whose new fact has come meanwhile, for its rule to refuse', async () => {
      const other = await database.anotherInstance();
      const add = (label: string) => (tx: Tx) => addFact(tx, SampleFact, sample('new', label), BY);
      const seen: (string | undefined)[] = [];
      const answer = await database.book.unitOfWork.run(async (tx) => {
        const known = await latestRevision(tx, SampleFact, 'new');
        seen.push(known?.label);
        if (known) return 'refused';
        // SQLite has one writer: nothing comes between the question and the answer
        if (database.engine === 'postgres') await other.unitOfWork.run(add('theirs'));
        await add('ours')(tx);
        return 'added';
      });
      const told = { postgres: ['refused', undefined, 'theirs'], sqlite: ['added', undefined] };
      expect([answer, ...seen]).toEqual(told[database.engine]);
      const [stands, ...more] = await revisionsOf(database.book.reader, SampleFact, 'new');
      expect(stands?.label).toBe(database.engine === 'postgres' ? 'theirs' : 'ours');
      expect(more).toEqual([]);
    });

    it('takes a fact as new again that was withdrawn', async () => {
      const { unitOfWork } = database.book;
      await unitOfWork.run((tx) => addFact(tx, SampleFact, sample('back'), BY));
      await unitOfWork.run((tx) => withdrawFact(tx, SampleFact, 'back', BY));
      const again = await unitOfWork.run((tx) => addFact(tx, SampleFact, sample('back'), BY));
      expect(again).toMatchObject({ revision: 3, withdrawn: false });
    });

    it('hides what was withdrawn, as of then and no earlier', async () => {
      const { reader, clock, unitOfWork } = database.book;
      await state('gone', 'first');
      const before = clock.now();
      clock.moveTo('2025-06-04T08:00:00Z');
      await unitOfWork.run((tx) => withdrawFact(tx, SampleFact, 'gone', BY));
      expect(await latestRevision(reader, SampleFact, 'gone')).toBeUndefined();
      expect(await latestRevision(reader, SampleFact, 'gone', { knownAt: before })).toBeDefined();
      const again = unitOfWork.run((tx) => withdrawFact(tx, SampleFact, 'gone', BY));
      await expect(again).rejects.toThrow(UnknownFact);
      expect(await state('gone', 'again')).toMatchObject({ revision: 3 });
    });

    it('asks the newest revision, not an older one, for a condition', async () => {
      await state('moved', 'Lünen');
      await state('moved', 'Selm');
      const find = (label: string | string[]) =>
        latestRevisions(database.book.reader, SampleFact, { ids: ['moved'], where: { label } });
      expect(await find('Lünen')).toEqual([]);
      expect(await find('Selm')).toHaveLength(1);
      expect(await find(['Werne', 'Selm'])).toHaveLength(1);
      expect(await find([])).toEqual([]);
      const amounts = { ids: ['moved'], where: { amountCents: [null, cents(1n)] } };
      expect(await latestRevisions(database.book.reader, SampleFact, amounts)).toHaveLength(1);
    });

    it('takes many facts at once, and a transaction sees its own', async () => {
      const facts = Array.from({ length: 1200 }, (_, index) => sample(`many-${index}`));
      const found = await database.book.unitOfWork.run(async (tx) => {
        await appendRevisions(tx, SampleFact, facts, BY);
        return latestRevisions(tx, SampleFact, { ids: facts.map(({ id }) => id) });
      });
      expect(found).toHaveLength(1200);
    });

    it('refuses what is no day and no whole cent, also for direct SQL', async () => {
      const insertion = (cents: string, day: string): string =>
        `insert into sample_fact values
         ('wrong', 1, '2025-06-02T08:00:00.000Z', 'a', 'b', false, 'c', ${cents}, ${day}, 0, '{}')`;
      const wrong = ['9007199254740992', `'abc'`].map((value) => insertion(value, 'null'));
      if (database.engine === 'sqlite') wrong.push(insertion('1.5', 'null')); // rounded by the other
      wrong.push(insertion('1', `'2024-02-31'`));
      for (const sql of wrong) await expect(database.book.writer.query(sql)).rejects.toThrow();
    });
  },
  { contents: SAMPLE_CONTENTS },
);
