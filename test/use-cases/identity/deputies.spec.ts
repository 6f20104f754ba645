import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import type { Role } from '../../../src/identity/identity.js';
import { DeputyNotYours } from '../../../src/identity/deputies/deputies.errors.js';
import { DeputiesQueries } from '../../../src/identity/deputies/deputies.queries.js';
import {
  RecordDeputyUseCase,
  type Deputising,
} from '../../../src/identity/deputies/record-deputy.use-case.js';
import { WithdrawDeputyUseCase } from '../../../src/identity/deputies/withdraw-deputy.use-case.js';
import { FourEyes } from '../../../src/identity/four-eyes/four-eyes.js';
import { RolesInForce } from '../../../src/identity/roles-in-force.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { change, idOf, somebody } from '../../support/people.js';
import { PRESENT } from '../../support/templates.js';

appOnEachDatabase({}, (app) => {
  let administrator: string;
  let approver: string;
  let officer: string;

  beforeAll(async () => {
    administrator = await somebody(app(), 'administrator');
    approver = await somebody(app(), 'approver');
    officer = await somebody(app(), 'officer');
  });
  afterEach(() => {
    app().clock.moveTo(PRESENT);
  });

  const record = (by: string, person: string, more: Partial<Deputising> = {}) =>
    app()
      .get(RecordDeputyUseCase)
      .execute(change(by, 'Urlaub'), {
        ...{ person: idOf(person), forPerson: idOf(approver), role: 'approver' },
        ...{ from: day('2026-03-02'), to: day('2026-03-06'), ...more },
      });
  const rolesOf = async (person: string): Promise<readonly Role[]> =>
    (await app().get(RolesInForce).ofActor(app().reader, person, app().clock.now())).map(
      ({ role }) => role,
    );

  it('gives the deputy the role from the first day to the last, in Germany', async () => {
    const deputy = await somebody(app(), 'officer');
    const from = day('2026-03-03');
    await record(approver, deputy, { from });
    expect(await rolesOf(deputy)).toEqual(['officer']);
    app().clock.moveTo('2026-03-02T23:00:00.000Z');
    expect(await rolesOf(deputy)).toEqual(['officer', 'approver']);
    app().clock.moveTo('2026-03-06T22:59:59.000Z');
    expect(await rolesOf(deputy)).toEqual(['officer', 'approver']);
    app().clock.moveTo('2026-03-06T23:00:00.000Z');
    expect(await rolesOf(deputy)).toEqual(['officer']);
    const all = await app().get(DeputiesQueries).all();
    expect(all.find(({ personId }) => personId === idOf(deputy))).toMatchObject({ state: 'over' });
  });

  it('reaches a session that is open already, and leaves it when it is taken back', async () => {
    const deputy = await somebody(app(), 'officer');
    const sessions = app().get(Sessions);
    const origin = { address: '127.0.0.1', browser: 'Tests' };
    const { secret } = await sessions.open(idOf(deputy), 'password', origin);
    const id = await record(approver, deputy);
    expect((await sessions.acting(secret))?.roles).toEqual(['officer', 'approver']);
    await app().get(WithdrawDeputyUseCase).execute(change(approver), id);
    expect((await sessions.acting(secret))?.roles).toEqual(['officer']);
  });

  it('keeps with each act for whom somebody stood in, and stays the same person', async () => {
    const deputy = await somebody(app(), 'officer');
    await record(approver, deputy);
    const eyes = app().get(FourEyes);
    const [own, foreign] = ['own', 'foreign'].map((id) => ({ kind: 'request', id }));
    if (own === undefined || foreign === undefined) throw new Error('two cases');
    const statement = { by: deputy, reason: '' };
    await app()
      .get(UnitOfWork)
      .run(async (tx) => {
        await eyes.entered(tx, own, statement);
        await eyes.entered(tx, foreign, { by: officer, reason: '' });
        await eyes.certify(tx, foreign, statement);
      });
    const [, act] = await eyes.acts(app().reader, foreign);
    expect(act).toMatchObject({ actor: deputy, actingFor: approver, role: 'approver' });
    const refused = app()
      .get(UnitOfWork)
      .run((tx) => eyes.certify(tx, own, statement));
    await expect(refused).rejects.toMatchObject({ code: 'identity.same-person' });
  });

  it('is recorded by an administrator, or by the person who will be away', async () => {
    const deputy = await somebody(app(), 'officer');
    await expect(record(deputy, deputy)).rejects.toThrow(DeputyNotYours);
    await expect(record('token:01K', deputy)).rejects.toThrow(DeputyNotYours);
    const id = await record(approver, deputy);
    const withdraw = app().get(WithdrawDeputyUseCase);
    await expect(withdraw.execute(change(officer), id)).rejects.toThrow(DeputyNotYours);
    await withdraw.execute(change(deputy), id);
    await expect(withdraw.execute(change(deputy), id)).rejects.toMatchObject({
      code: 'revision.unknown',
    });
  });

  it.each([
    ['roles-apart', ['treasury'], {}],
    ['roles-apart', ['auditor'], {}],
    ['roles-apart', ['administrator'], {}],
    ['holds-role', ['officer', 'approver'], {}],
    ['lacks-role', ['officer'], { role: 'treasury' }],
    ['unknown', ['officer'], { person: '01NOBODY' }],
  ] as const)('is refused: %s for %j', async (reason, roles, more) => {
    const deputy = await somebody(app(), ...roles);
    await expect(record(administrator, deputy, more)).rejects.toMatchObject({
      ...{ code: 'identity.deputy-unfit', facts: { reason } },
    });
  });

  it('is refused for oneself, for days in the past, and for more than a year', async () => {
    await expect(record(administrator, approver)).rejects.toMatchObject({
      facts: { reason: 'self' },
    });
    const deputy = await somebody(app(), 'officer');
    for (const [from, to, reason] of [
      ['2026-03-01', '2026-03-06', 'day-past'],
      ['2026-03-09', '2026-03-06', 'from-after-to'],
      ['2026-03-02', '2027-03-09', 'days-too-many'],
    ] as const) {
      const days = { from: day(from), to: day(to) };
      await expect(record(administrator, deputy, days)).rejects.toMatchObject({
        facts: { reason },
      });
    }
  });

  it('ends with the role of the person who is represented', async () => {
    const away = await somebody(app(), 'controller');
    const deputy = await somebody(app(), 'officer');
    await record(away, deputy, { forPerson: idOf(away), role: 'controller' });
    expect(await rolesOf(deputy)).toEqual(['officer', 'controller']);
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into person_rights (id, revision, recorded_at, recorded_by, reason, withdrawn,
             roles, is_lead) values (?, 2, ?, 'system:tests', '', ?, '["controller"]', ?)`,
          [idOf(away), tx.at, true, false],
        ),
      );
    expect(await rolesOf(deputy)).toEqual(['officer']);
  });
});
