import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { DomainError } from '../../../src/domain/errors/domain-error.js';
import { AgreeDeputyUseCase } from '../../../src/identity/deputies/agree-deputy.use-case.js';
import { DeputyNotYours } from '../../../src/identity/deputies/deputies.errors.js';
import { DeputiesQueries } from '../../../src/identity/deputies/deputies.queries.js';
import { RecordDeputyUseCase } from '../../../src/identity/deputies/record-deputy.use-case.js';
import { WithdrawDeputyUseCase } from '../../../src/identity/deputies/withdraw-deputy.use-case.js';
import { Exceptions } from '../../../src/identity/exceptions/exceptions.js';
import { AccessCheck } from '../../../src/identity/people/access.check.js';
import { RolesInForce } from '../../../src/identity/roles-in-force.js';
import { CollectedReport } from '../../../src/platform/checks/collected-report.js';
import { UnitOfWork, type SqlValue } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { change, idOf, somebody } from '../../support/people.js';
import { tamperWith } from '../../support/tampering.js';
import { PRESENT } from '../../support/templates.js';

type Row = Readonly<Record<string, SqlValue>>;

/** What an administrator records of somebody else's absence gives no role before a second word. */
appOnEachDatabase({}, (app) => {
  let administrator: string;
  let other: string;
  let approver: string;
  let deputy: string;

  beforeAll(async () => {
    administrator = await somebody(app(), 'administrator');
    other = await somebody(app(), 'administrator');
    approver = await somebody(app(), 'approver');
  });
  beforeEach(async () => {
    deputy = await somebody(app(), 'officer');
  });
  afterEach(() => {
    app().clock.moveTo(PRESENT);
  });

  const record = (by: string) =>
    app()
      .get(RecordDeputyUseCase)
      .execute(change(by, 'Urlaub'), {
        ...{ person: idOf(deputy), forPerson: idOf(approver), role: 'approver' },
        ...{ from: day('2026-03-02'), to: day('2026-03-06') },
      });
  const agree = (by: string, id: string) => app().get(AgreeDeputyUseCase).execute(change(by), id);
  const roles = async () =>
    (await app().get(RolesInForce).ofActor(app().reader, deputy, app().clock.now())).map(
      ({ role }) => role,
    );
  const deputising = async (id: string) =>
    (await app().get(DeputiesQueries).all()).find((each) => each.id === id);

  it.each([
    ['another administrator', () => other],
    ['the represented person', () => approver],
  ])('gives the role once %s has agreed', async (_, second) => {
    const id = await record(administrator);
    expect(await roles()).toEqual(['officer']);
    expect(await deputising(id)).toMatchObject({ state: 'waits', askedBy: administrator });
    expect(await app().get(DeputiesQueries).waitingFor(idOf(approver))).toMatchObject([{ id }]);
    await agree(second(), id);
    expect(await roles()).toEqual(['officer', 'approver']);
    expect(await deputising(id)).toMatchObject({
      ...{ state: 'now', askedBy: administrator, agreedBy: second(), reason: 'Urlaub' },
    });
    expect(await app().get(DeputiesQueries).waitingFor(idOf(approver))).toEqual([]);
    await expect(agree(second(), id)).rejects.toMatchObject({ facts: { reason: 'decided' } });
  });

  it('is not agreed to by who recorded it, by the deputy, nor by anybody else', async () => {
    const id = await record(administrator);
    await expect(agree(administrator, id)).rejects.toMatchObject({
      ...{ code: 'identity.deputy-second-word', facts: { reason: 'same-person' } },
    });
    for (const who of [deputy, await somebody(app(), 'approver'), 'token:01K']) {
      await expect(agree(who, id)).rejects.toThrow(DeputyNotYours);
    }
    expect(await roles()).toEqual(['officer']);
  });

  it('can be declined, and comes too late after its last day', async () => {
    const declined = await record(administrator);
    await app().get(WithdrawDeputyUseCase).execute(change(approver), declined);
    await expect(agree(other, declined)).rejects.toMatchObject({ code: 'revision.unknown' });
    const late = await record(administrator);
    app().clock.moveTo('2026-03-07T08:00:00.000Z');
    await expect(agree(other, late)).rejects.toMatchObject({ facts: { reason: 'over' } });
    expect(await deputising(late)).toMatchObject({ state: 'over' });
  });

  it('looks once more at what both accounts hold', async () => {
    const id = await record(administrator);
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into person_rights (id, revision, recorded_at, recorded_by, reason, withdrawn,
             roles, is_lead) values (?, 2, ?, 'system:tests', '', ?, '["treasury"]', ?)`,
          [idOf(deputy), tx.at, false, false],
        ),
      );
    await expect(agree(other, id)).rejects.toMatchObject({ code: 'identity.deputy-unfit' });
  });

  it('is told as an exception where the represented person said nothing', async () => {
    const [own, byOffice] = [await record(administrator), await record(administrator)];
    await agree(approver, own);
    await agree(other, byOffice);
    await record(approver);
    const exceptions = (await app().get(Exceptions).ofYear(2026)).filter(
      ({ facts }) => facts?.['person'] === deputy,
    );
    expect(exceptions).toMatchObject([
      { kind: 'deputy-by-office', by: administrator, agreedBy: [other], reason: 'Urlaub' },
    ]);
  });

  const insert = async (id: string, row: Row) => {
    const all: Row = {
      ...{ id, recorded_at: app().clock.now(), reason: 'Hand', withdrawn: false },
      ...{ person_id: idOf(deputy), for_person_id: idOf(approver), role: 'approver' },
      ...{ from_on: '2026-03-02', to_on: '2026-03-06', ...row },
    };
    const names = Object.keys(all);
    const marks = names.map(() => '?').join(', ');
    const sql = `insert into deputy (${names.join(', ')}) values (${marks})`;
    try {
      await app()
        .get(UnitOfWork)
        .run((tx) => tx.run(sql, Object.values(all)));
      return 'taken';
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  };
  const wordOf = (by: string, agreed: string | null) => ({ recorded_by: by, agreed_by: agreed });
  const REFUSED = 'identity.deputy-second-word';

  it.each<[string, () => Row]>([
    ['in force by one administrator', () => wordOf(administrator, idOf(administrator))],
    ['in force by the name of the represented', () => wordOf(administrator, idOf(approver))],
    ['in force by the deputy', () => wordOf(deputy, idOf(deputy))],
    ['recorded by whoever likes', () => wordOf(deputy, null)],
    ['that leaves the second word out', () => ({ recorded_by: administrator })],
  ])('the database takes none %s', async (_, row) => {
    expect(await insert(`01HAND-${deputy.slice(-10)}`, { revision: 1, ...row() })).toBe(REFUSED);
  });

  it('the database takes the second word from another administrator or the represented only', async () => {
    const id = await record(administrator);
    const second = (by: string, more: Row = {}) =>
      insert(id, { revision: 2, recorded_by: by, agreed_by: idOf(by), ...more });
    expect(await second(administrator)).toBe(REFUSED);
    expect(await second(deputy)).toBe(REFUSED);
    expect(await second(await somebody(app(), 'approver'))).toBe(REFUSED);
    expect(await second(administrator, { agreed_by: idOf(other) })).toBe(REFUSED);
    expect(await second(other, { to_on: '2026-12-31' })).toBe(REFUSED);
    expect(await second(other)).toBe('taken');
    expect(await second(other, { revision: 3 })).toBe(REFUSED);
    const ended = { revision: 3, withdrawn: true };
    expect(await second(approver, ended)).toBe(REFUSED);
    expect(await second(approver, { ...ended, agreed_by: idOf(other) })).toBe('taken');
  });

  it('the database takes no act of a deputy whose deputising waits', async () => {
    const id = await record(administrator);
    const act = (kind: string, actor: string, actingFor: string | null) =>
      app()
        .get(UnitOfWork)
        .run((tx) =>
          tx.run(
            `insert into act (id, subject_kind, subject_id, act, actor, acting_for, at, reason, role)
             values (?, 'request', ?, ?, ?, ?, ?, '', 'approver')`,
            [`${kind}-${subject}`, subject, kind, actor, actingFor, tx.at],
          ),
        );
    const subject = deputy.slice(-12);
    await act('entered', 'token:01K', null);
    await expect(act('countersigned', deputy, approver)).rejects.toMatchObject({
      code: 'identity.right-lacking',
    });
    await agree(other, id);
    await act('countersigned', deputy, approver);
  });

  it('the check tells of one that is in force by one word', async () => {
    const id = await record(administrator);
    const on = app().engine === 'sqlite' ? '' : ' on "deputy"';
    const tampering = await tamperWith(app());
    await tampering.exec(`drop trigger "deputy_second_word"${on}`);
    const forged = { revision: 2, recorded_by: administrator, agreed_by: idOf(administrator) };
    expect(await insert(id, forged)).toBe('taken');
    const report = new CollectedReport(() => undefined);
    await app().get(AccessCheck).run(app().reader, report);
    const told = report.discrepancies.map(({ place, found }) => `${place}: ${found}`);
    expect(told).toContain(`deputy ${id}, Stand 2: nur das Wort von ${administrator}`);
    expect(told.join(' ')).toContain('deputy_second_word');
  });
});
