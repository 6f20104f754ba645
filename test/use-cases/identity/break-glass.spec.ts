import {
  LendRoleUseCase,
  type Lending,
} from '../../../src/identity/break-glass/lend-role.use-case.js';
import { LentRolesQueries } from '../../../src/identity/break-glass/lent-roles.queries.js';
import { FourEyes } from '../../../src/identity/four-eyes/four-eyes.js';
import type { Role } from '../../../src/identity/identity.js';
import { RightLacking } from '../../../src/identity/identity.errors.js';
import { RolesInForce } from '../../../src/identity/roles-in-force.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { change, idOf, somebody } from '../../support/people.js';
import { PRESENT } from '../../support/templates.js';

appOnEachDatabase({}, (app) => {
  let asking: string;
  let agreeing: string;
  let officer: string;

  beforeAll(async () => {
    asking = await somebody(app(), 'administrator');
    agreeing = await somebody(app(), 'administrator');
    officer = await somebody(app(), 'officer');
  });
  afterEach(() => {
    app().clock.moveTo(PRESENT);
  });

  const ask = (by: string, person: string, more: Partial<Lending> = {}) =>
    app()
      .get(LendRoleUseCase)
      .ask(change(by, 'Beide krank, Zahltermin heute'), {
        ...{ person: idOf(person), role: 'treasury', hours: 4, ...more },
      });
  const agree = (by: string, id: string) => app().get(LendRoleUseCase).agree(change(by), id);
  const rolesOf = async (person: string): Promise<readonly Role[]> =>
    (await app().get(RolesInForce).ofActor(app().reader, person, app().clock.now())).map(
      ({ role }) => role,
    );
  const refused = (reason: string) => ({ code: 'identity.lending-refused', facts: { reason } });

  it('lends a role from the second consent on, and ends by itself', async () => {
    const id = await ask(asking, officer);
    expect(await rolesOf(officer)).toEqual(['officer']);
    expect(await app().get(LentRolesQueries).inForce()).toEqual([]);
    await agree(agreeing, id);
    expect(await rolesOf(officer)).toEqual(['treasury']);
    expect(await app().get(LentRolesQueries).inForce()).toMatchObject([
      {
        ...{ personId: idOf(officer), role: 'treasury', hours: 4, state: 'lent' },
        ...{ askedBy: idOf(asking), agreedBy: idOf(agreeing) },
        reason: 'Beide krank, Zahltermin heute',
        endsAt: '2026-03-02T12:00:00.000Z',
      },
    ]);
    app().clock.moveTo('2026-03-02T11:59:59.999Z');
    expect(await rolesOf(officer)).toEqual(['treasury']);
    app().clock.moveTo('2026-03-02T12:00:00.000Z');
    expect(await rolesOf(officer)).toEqual(['officer']);
    expect(await app().get(LentRolesQueries).inForce()).toEqual([]);
    expect((await app().get(LentRolesQueries).all())[0]).toMatchObject({ id, state: 'over' });
  });

  it('keeps who entered a case from releasing it in a lent role', async () => {
    const eyes = app().get(FourEyes);
    const subject = { kind: 'request', id: 'lent' };
    const first = await somebody(app(), 'approver');
    const second = await somebody(app(), 'approver');
    const run = (work: Parameters<UnitOfWork['run']>[0]) => app().get(UnitOfWork).run(work);
    await run(async (tx) => {
      await eyes.entered(tx, subject, { by: officer, reason: '' });
      await eyes.certify(tx, subject, { by: first, reason: '' });
      await eyes.order(tx, subject, { by: second, reason: '' });
    });
    await agree(agreeing, await ask(asking, officer));
    const release = run((tx) => eyes.release(tx, subject, { by: officer, reason: '' }));
    await expect(release).rejects.toMatchObject({ code: 'identity.same-person' });
  });

  it('ends early by an administrator, and is not given when one says no', async () => {
    const person = await somebody(app(), 'officer');
    const lending = app().get(LendRoleUseCase);
    const id = await ask(asking, person, { role: 'approver' });
    await agree(agreeing, id);
    expect(await rolesOf(person)).toEqual(['approver', 'officer']);
    await expect(lending.end(change(person), id)).rejects.toThrow(RightLacking);
    await lending.end(change(asking), id);
    expect(await rolesOf(person)).toEqual(['officer']);
    const other = await ask(asking, person, { role: 'approver' });
    await lending.end(change(agreeing), other);
    await expect(agree(agreeing, other)).rejects.toMatchObject({ code: 'revision.unknown' });
    expect((await app().get(LentRolesQueries).all())[0]).toMatchObject({ state: 'ended' });
  });

  it('takes two different administrators, and a third person', async () => {
    const person = await somebody(app(), 'officer');
    await expect(ask(officer, person)).rejects.toThrow(RightLacking);
    await expect(ask('token:01K', person)).rejects.toThrow(RightLacking);
    await expect(ask(asking, asking)).rejects.toMatchObject(refused('third-person'));
    await expect(ask(asking, agreeing)).rejects.toMatchObject(refused('third-person'));
    const id = await ask(asking, person);
    await expect(agree(asking, id)).rejects.toMatchObject(refused('same-administrator'));
    await expect(agree(officer, id)).rejects.toThrow(RightLacking);
    await agree(agreeing, id);
    await expect(agree(agreeing, id)).rejects.toMatchObject(refused('decided'));
  });

  it.each([
    ['unfit-person', ['auditor']],
    ['holds-role', ['treasury']],
  ] as const)('is refused: %s for %j', async (reason, roles) => {
    const person = await somebody(app(), ...roles);
    await expect(ask(asking, person)).rejects.toMatchObject(refused(reason));
  });

  it.each([0, 25, 1.5])('is refused for %d hours', async (hours) => {
    await expect(ask(asking, officer, { hours })).rejects.toMatchObject({
      facts: { reason: 'lent-hours', pointer: '/hours' },
    });
  });

  it('is lent once when two administrators agree at once', async () => {
    const person = await somebody(app(), 'officer');
    const third = await somebody(app(), 'administrator');
    const other = await app().another();
    const id = await ask(asking, person);
    const both = await Promise.allSettled([
      agree(agreeing, id),
      other.get(LendRoleUseCase).agree(change(third), id),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
