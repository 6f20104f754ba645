import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { CountersignUseCase } from '../../../src/ledger/countersigning/countersign.use-case.js';
import { CountersigningQueries } from '../../../src/ledger/countersigning.queries.js';
import { EnterByHandUseCase } from '../../../src/ledger/by-hand/enter-by-hand.use-case.js';
import { ReverseByHandUseCase } from '../../../src/ledger/by-hand/reverse-by-hand.use-case.js';
import { ImportEntriesUseCase } from '../../../src/ledger/exchange/import-entries.use-case.js';
import { JournalQueries } from '../../../src/ledger/journal.queries.js';
import { VerifyBookUseCase } from '../../../src/ledger/verify-book.use-case.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry, postings } from '../../support/entries.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { change, somebody } from '../../support/people.js';

const CHECK = 'Gegenzeichnung der Buchungen von Hand';

appOnEachDatabase({}, (app) => {
  let officer: string;
  let first: string;
  let second: string;
  const folder = mkdtempSync(join(tmpdir(), 'countersigning-'));

  beforeAll(async () => {
    officer = await somebody(app(), 'officer', 'approver');
    first = await somebody(app(), 'approver');
    second = await somebody(app(), 'approver');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const enter = (by = officer) =>
    app()
      .get(EnterByHandUseCase)
      .execute(change(by, 'Klärung mit der Kasse'), {
        effectiveOn: day('2026-02-10'),
        postings: postings({ cash: '-5,00', unallocated: '5,00' }),
      });
  const sign = (by: string, entry: string, on = app()) =>
    on.get(CountersignUseCase).execute(change(by), entry);
  const signAll = async (entry: string) => {
    await sign(first, entry);
    await sign(second, entry);
  };
  const open = async () =>
    (await app().get(CountersigningQueries).open(10)).map(({ entry, missing }) => [
      entry.id,
      missing,
    ]);
  const verdict = async () =>
    (await app().get(VerifyBookUseCase).execute()).find(({ name }) => name === CHECK);

  it('waits for two approvers, and is done with the second', async () => {
    const id = await enter();
    expect(await open()).toEqual([[id, 2]]);
    expect(await verdict()).toMatchObject({
      sound: false,
      broken: [{ place: `Buchung ${id} von Hand`, found: 'keine' }],
    });
    await sign(first, id);
    expect(await open()).toEqual([[id, 1]]);
    expect((await verdict())?.broken).toMatchObject([{ found: '1' }]);
    await sign(second, id);
    expect(await open()).toEqual([]);
    expect(await verdict()).toMatchObject({ sound: true, proven: '1 von Hand, 0 offen' });
    expect((await app().get(VerifyBookUseCase).execute()).every(({ sound }) => sound)).toBe(true);
  });

  it('is countersigned by nobody who entered it, nor twice by one, nor by a program', async () => {
    const id = await enter();
    await expect(sign(officer, id)).rejects.toMatchObject({
      ...{ code: 'identity.same-person', facts: { act: 'countersigned', earlier: 'entered' } },
    });
    await sign(first, id);
    await expect(sign(first, id)).rejects.toMatchObject({ code: 'identity.act-repeated' });
    await expect(sign('token:01K', id)).rejects.toMatchObject({ code: 'identity.not-a-person' });
    const cash = await somebody(app(), 'treasury');
    await expect(sign(cash, id)).rejects.toMatchObject({ code: 'identity.right-lacking' });
    await sign(second, id);
    const third = await somebody(app(), 'approver');
    await expect(sign(third, id)).rejects.toMatchObject({ code: 'identity.act-complete' });
  });

  it('waits for them once more when it is taken back', async () => {
    const id = await enter();
    await signAll(id);
    const reversal = await app()
      .get(ReverseByHandUseCase)
      .execute(change(officer, 'Falsch'), { entry: id, effectiveOn: day('2026-02-11') });
    expect(await open()).toEqual([[reversal, 2]]);
    await expect(sign(officer, reversal)).rejects.toMatchObject({ code: 'identity.same-person' });
    await signAll(reversal);
    expect(await open()).toEqual([]);
  });

  it('is not asked for where a use case has posted, or there is no entry', async () => {
    const entry = anEntry(
      { cash: '10,00', 'land-claims': '-10,00' },
      { kind: 'land-money', on: '2026-02-10' },
    );
    const id = await app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).append(tx, entry));
    expect(await open()).toEqual([]);
    await expect(sign(first, id)).rejects.toMatchObject({ code: 'ledger.not-by-hand' });
    await expect(sign(first, 'nothing')).rejects.toMatchObject({ code: 'ledger.unknown-entry' });
  });

  it('is given for a file as one, by nobody who read it in or is named in it', async () => {
    const file = join(folder, `${app().engine}.jsonl`);
    const named = await somebody(app(), 'approver');
    const line = (text: string, kind: string) =>
      JSON.stringify({
        content: {
          ...{ type: 'entry', effectiveOn: '2026-02-12', kind, subject: 'document:Altbuch', text },
          actors: { entered: named },
          postings: [
            { account: 'cash', amount: '1.00' },
            { account: 'unallocated', amount: '-1.00' },
          ],
        },
      });
    const lines = [line('eins', 'adjustment'), line('zwei', 'adjustment'), line('drei', 'receipt')];
    writeFileSync(file, lines.join('\n'));
    await app()
      .get(ImportEntriesUseCase)
      .execute(file, officer, () => undefined);
    const [waiting, ...others] = await app().get(CountersigningQueries).open(10);
    if (waiting === undefined) throw new Error('the file waits');
    expect([others.length, waiting.entries, waiting.missing]).toEqual([0, 2, 2]);
    expect((await verdict())?.brokenCount).toBe(1);
    await expect(sign(officer, waiting.entry.id)).rejects.toMatchObject({
      code: 'identity.same-person',
    });
    await expect(sign(named, waiting.entry.id)).rejects.toMatchObject({
      code: 'identity.same-person',
    });
    await sign(first, waiting.entry.id);
    const { entries } = await app()
      .get(JournalQueries)
      .entries({ kind: 'adjustment', text: 'eins' }, { limit: 1 });
    await sign(second, entries[0]?.id ?? '');
    expect(await open()).toEqual([]);
    expect((await verdict())?.sound).toBe(true);
  });

  it('counts once for two approvers who countersign at once on two instances', async () => {
    const other = await app().another();
    const id = await enter();
    const both = await Promise.allSettled([sign(first, id), sign(second, id, other)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const twice = await enter();
    const same = await Promise.allSettled([sign(first, twice), sign(first, twice, other)]);
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await sign(second, twice);
    expect(await open()).toEqual([]);
  });

  it('takes no other word for who entered than the entry’s own', async () => {
    const id = await enter();
    const written = app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into act (id, subject_kind, subject_id, act, actor, at, reason)
           values ('01HAND', 'ledger-entry', ?, 'entered', ?, ?, '')`,
          [id, first, tx.at],
        ),
      );
    await expect(written).rejects.toThrow('entered by another');
    await signAll(id);
  });
});
