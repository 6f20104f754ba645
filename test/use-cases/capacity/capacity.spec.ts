import { Capacity, centsSlice, fteSlice, type Slice } from '../../../src/capacity/capacity.js';
import { CapacityExceeded } from '../../../src/capacity/capacity.errors.js';
import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import type { Period, PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { fte } from '../../../src/domain/proration/fte.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

const YEAR: Period = { from: '2025-01-01' as PlainDate, to: '2025-12-31' as PlainDate };
const MAY = '2025-05-01' as PlainDate;
const HALF = fteSlice(YEAR, fte(5000));
const BY = 'person:officer';

bookOnEachDatabase((database) => {
  let capacity: Capacity;
  let queries: CapacityQueries;
  beforeAll(() => {
    capacity = new Capacity(database.book.ids);
    queries = new CapacityQueries(database.book.reader);
  });

  const grant = (holder: string, slices: readonly Slice[]) =>
    database.book.unitOfWork.run((tx) => capacity.setGrant(tx, holder, 'notice:1', slices, BY));
  const use = (holder: string, subject: string, slices: readonly Slice[]) =>
    database.book.unitOfWork.run((tx) => capacity.setUse(tx, holder, subject, slices, BY));

  it('keeps euros and VzÄ of a line apart, and refuses what is above it', async () => {
    const holder = 'notice-line:kim-2';
    await grant(holder, [fteSlice(YEAR, fte(180_000)), centsSlice(YEAR, cents(102_600_000n))]);
    await use(holder, 'line:a', [
      fteSlice(YEAR, fte(90_000)),
      centsSlice(YEAR, cents(51_300_000n)),
    ]);
    const refused = use(holder, 'line:b', [fteSlice(YEAR, fte(95_000))]);
    await expect(refused).rejects.toMatchObject({
      code: 'capacity.exceeded',
      facts: {
        holder,
        measure: 'fte',
        day: '2025-01-01',
        granted: 180_000n,
        used: 90_000n,
        requested: 95_000n,
      },
    });
    expect(await queries.balance(holder, 'fte', { on: MAY })).toEqual({
      granted: 180_000n,
      used: 90_000n,
      free: 90_000n,
    });
    expect(await queries.balance(holder, 'cents', { on: MAY })).toMatchObject({
      free: 51_300_000n,
    });
  });

  it('refuses a use of something that nobody granted', async () => {
    await expect(use('person:none', 'post:1', [HALF])).rejects.toThrow(CapacityExceeded);
  });

  it('takes a cut, shows the shortage, and refuses increases until the uses follow', async () => {
    const holder = 'notice-line:cut';
    await grant(holder, [fteSlice(YEAR, fte(20_000))]);
    await use(holder, 'line:a', [fteSlice(YEAR, fte(15_000))]);
    await use(holder, 'line:b', [HALF]);
    await grant(holder, [fteSlice(YEAR, fte(12_000))]);
    const shortages = (await queries.shortages()).filter((found) => found.holder === holder);
    expect(shortages).toEqual([
      { holder, measure: 'fte', period: YEAR, granted: 12_000n, used: 20_000n, missing: 8000n },
    ]);
    await expect(use(holder, 'line:b', [fteSlice(YEAR, fte(6000))])).rejects.toThrow(
      CapacityExceeded,
    );
    await use(holder, 'line:a', [fteSlice(YEAR, fte(9000))]);
    await expect(use(holder, 'line:c', [HALF])).rejects.toThrow(CapacityExceeded);
    await use(holder, 'line:a', [fteSlice(YEAR, fte(2000))]);
    await use(holder, 'line:c', [HALF]);
    expect((await queries.shortages()).filter((found) => found.holder === holder)).toEqual([]);
  });

  it('finds a shortage in the part of a year that no grant covers, and none where grants follow', async () => {
    const [spring, autumn]: Period[] = [
      { from: YEAR.from, to: '2025-06-30' as PlainDate },
      { from: '2025-07-01' as PlainDate, to: YEAR.to },
    ];
    if (spring === undefined || autumn === undefined) throw new Error('two halves');
    const [whole, half] = ['notice-line:whole', 'notice-line:half'];
    for (const holder of [whole, half]) {
      await grant(holder, [fteSlice(spring, fte(5000)), fteSlice(autumn, fte(5000))]);
      await use(holder, 'line:a', [HALF]);
    }
    const before = database.book.clock.now();
    database.book.clock.moveTo('2025-06-15T08:00:00Z');
    await grant(half, [fteSlice(spring, fte(5000))]);
    const found = await queries.shortages();
    expect(found.filter(({ holder }) => holder === whole)).toEqual([]);
    expect(found.filter(({ holder }) => holder === half)).toEqual([
      { holder: half, measure: 'fte', period: autumn, granted: 0n, used: 5000n, missing: 5000n },
    ]);
    const known = await queries.shortages({ knownAt: before });
    expect(known.filter(({ holder }) => holder === half)).toEqual([]);
  });

  it('answers as it was known at an instant', async () => {
    const { clock } = database.book;
    const holder = 'notice-line:known';
    await grant(holder, [fteSlice(YEAR, fte(10_000))]);
    const before = clock.now();
    clock.moveTo('2025-07-01T08:00:00Z');
    await grant(holder, [fteSlice(YEAR, fte(20_000))]);
    expect(await queries.balance(holder, 'fte', { on: MAY })).toMatchObject({ granted: 20_000n });
    expect(await queries.balance(holder, 'fte', { on: MAY, knownAt: before })).toMatchObject({
      granted: 10_000n,
    });
  });

  it('lists who uses a holder', async () => {
    const holder = 'allocation-line:list';
    const from = '2025-07-01' as PlainDate;
    await grant(holder, [fteSlice(YEAR, fte(10_000))]);
    await use(holder, 'post:1', [HALF]);
    await use(holder, 'post:2', [fteSlice({ from, to: YEAR.to }, fte(2500))]);
    expect(await queries.uses(holder)).toEqual([
      { subject: 'post:1', measure: 'fte', period: YEAR, amount: 5000n },
      { subject: 'post:2', measure: 'fte', period: { from, to: YEAR.to }, amount: 2500n },
    ]);
  });

  it.each([2, 30])('gives the last 0.5 VzÄ to one of %i who ask at once', async (askers) => {
    const holder = `notice-line:race-${askers}`;
    const other = new Capacity((await database.anotherInstance()).ids);
    await grant(holder, [fteSlice(YEAR, fte(180_000))]);
    await use(holder, 'line:0', [fteSlice(YEAR, fte(175_000))]);
    const answers = await Promise.allSettled(
      Array.from({ length: askers }, (_, index) =>
        database.book.unitOfWork.run((tx) =>
          (index % 2 ? capacity : other).setUse(tx, holder, `line:${index + 1}`, [HALF], BY),
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(CapacityExceeded);
    }
    expect(await queries.balance(holder, 'fte', { on: MAY })).toMatchObject({ free: 0n });
  });

  it('gives the last 0.5 VzÄ to one of two instances', async () => {
    const holder = 'notice-line:instances';
    const second = await database.anotherInstance();
    await grant(holder, [HALF]);
    const answers = await Promise.allSettled([
      use(holder, 'line:1', [HALF]),
      second.unitOfWork.run((tx) => capacity.setUse(tx, holder, 'line:2', [HALF], BY)),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
