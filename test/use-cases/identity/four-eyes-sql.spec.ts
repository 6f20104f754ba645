import { DomainError } from '../../../src/domain/errors/domain-error.js';
import { idOf, somebody } from '../../support/people.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';

/** The database itself says no, whoever writes past the code. */
appOnEachDatabase({}, (app) => {
  let officer: string;
  let first: string;
  let second: string;
  let administrators: readonly string[];
  let count = 0;

  beforeAll(async () => {
    officer = await somebody(app(), 'officer');
    first = await somebody(app(), 'approver');
    second = await somebody(app(), 'approver');
    administrators = [
      await somebody(app(), 'administrator'),
      await somebody(app(), 'administrator'),
    ].map(idOf);
  });

  const next = (): string => `01HAND${String((count += 1)).padStart(20, '0')}`;
  const act = (
    subject: string,
    kind: string,
    actor: string,
    rule: string | null = null,
    role = kind === 'released' ? 'treasury' : 'approver',
  ) =>
    app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into act (id, subject_kind, subject_id, act, actor, at, reason, one_person_rule, role)
           values (?, 'request', ?, ?, ?, ?, '', ?, ?)`,
          [next(), subject, kind, actor, tx.at, rule, role],
        ),
      );
  const given = async (subject: string, ...acts: readonly (readonly [string, string])[]) => {
    for (const [kind, actor] of acts) await act(subject, kind, actor);
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'taken',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  it('lets nobody judge a case that they entered', async () => {
    await given('a', ['entered', first]);
    for (const kind of ['certified', 'countersigned', 'consented']) {
      expect(await codeOf(act('a', kind, first))).toBe('identity.same-person');
    }
  });

  it('lets one person certify and order by the written rule only', async () => {
    await given('b', ['entered', officer], ['certified', first]);
    expect(await codeOf(act('b', 'ordered', first))).toBe('identity.same-person');
    expect(await codeOf(act('b', 'ordered', first, ''))).toContain('ck_act_one_person_rule');
    expect(await codeOf(act('b', 'ordered', first, 'Dienstanweisung Nr. 4'))).toBe('taken');
    expect(await codeOf(act('b', 'released', first, null))).toBe('identity.same-person');
  });

  it('takes judging acts from persons of the book only', async () => {
    await given('c', ['entered', 'token:01K']);
    for (const actor of ['token:01K', 'system:console', 'person:nobody']) {
      expect(await codeOf(act('c', 'countersigned', actor))).toBe('identity.not-a-person');
    }
  });

  it('takes no act twice from one person, nor from more people than it takes', async () => {
    await given('d', ['entered', officer], ['countersigned', first]);
    expect(await codeOf(act('d', 'countersigned', first))).toBe('identity.act-repeated');
    await given('d', ['countersigned', second]);
    const third = await somebody(app(), 'approver');
    expect(await codeOf(act('d', 'countersigned', third))).toBe('identity.act-complete');
    expect(await codeOf(act('d', 'entered', third))).toBe('identity.act-complete');
  });

  it('keeps the order of the steps', async () => {
    expect(await codeOf(act('e', 'certified', first))).toBe('identity.act-not-due');
    await given('e', ['entered', officer]);
    expect(await codeOf(act('e', 'ordered', first))).toBe('identity.act-not-due');
    expect(await codeOf(act('e', 'released', first))).toBe('identity.act-not-due');
  });

  it('takes no judging act from somebody who does not hold the role for it', async () => {
    await given('g', ['entered', officer]);
    const [administrator = ''] = administrators;
    for (const actor of [`person:${administrator}`, await somebody(app(), 'treasury')]) {
      expect(await codeOf(act('g', 'countersigned', actor))).toBe('identity.right-lacking');
    }
    const treasury = await somebody(app(), 'treasury');
    expect(await codeOf(act('g', 'countersigned', treasury, null, 'treasury'))).toBe(
      'identity.right-lacking',
    );
    expect(await codeOf(act('g', 'countersigned', first))).toBe('taken');
  });

  it('changes and forgets no act', async () => {
    await given('f', ['entered', officer]);
    const change = (sql: string) =>
      codeOf(
        app()
          .get(UnitOfWork)
          .run((tx) => tx.run(sql)),
      );
    expect(await change(`update act set actor = 'person:x'`)).toContain('append-only');
    expect(await change('delete from act')).toContain('append-only');
  });

  const lend = (
    id: string,
    revision: number,
    by: string,
    more: Readonly<Record<string, string | number | boolean | null>> = {},
  ) =>
    app()
      .get(UnitOfWork)
      .run((tx) => {
        const row = {
          ...{ id, revision, recorded_at: tx.at, recorded_by: `person:${by}`, reason: 'Test' },
          ...{ withdrawn: false, person_id: idOf(officer), role: 'approver', hours: 4 },
          ...{ asked_by: administrators[0] ?? '', agreed_by: null, starts_at: null, ends_at: null },
          ...more,
        };
        const names = Object.keys(row);
        const marks = names.map(() => '?').join(', ');
        const sql = `insert into lent_role (${names.join(', ')}) values (${marks})`;
        return tx.run(sql, Object.values(row));
      });

  it('lends a role by two different administrators only', async () => {
    const [one = '', other = ''] = administrators;
    const refused = 'identity.lending-refused';
    const times = {
      starts_at: app().clock.now(),
      ends_at: new Date(Date.parse(app().clock.now()) + 4 * 3_600_000).toISOString(),
    };
    expect(await codeOf(lend('x', 1, idOf(first), { asked_by: idOf(first) }))).toBe(refused);
    expect(await codeOf(lend('x', 1, one, { person_id: other }))).toBe(refused);
    expect(await codeOf(lend('x', 1, one, { person_id: one }))).toBe(refused);
    expect(await codeOf(lend('x', 1, one, { agreed_by: other, ...times }))).toBe(refused);
    expect(await codeOf(lend('x', 1, one))).toBe('taken');
    expect(await codeOf(lend('x', 2, one, { agreed_by: one, ...times }))).toBe(refused);
    expect(await codeOf(lend('x', 2, one, { agreed_by: other, ...times }))).toBe(refused);
    const agreed = { agreed_by: other, ...times };
    expect(await codeOf(lend('x', 2, other, { ...agreed, hours: 5 }))).toBe(refused);
    const longer = new Date(Date.parse(times.starts_at) + 4 * 3_600_000 + 1000).toISOString();
    expect(await codeOf(lend('x', 2, other, { ...agreed, ends_at: longer }))).toContain('too long');
    expect(await codeOf(lend('x', 2, other, agreed))).toBe('taken');
    expect(await codeOf(lend('x', 3, idOf(first), { ...agreed, withdrawn: true }))).toBe(refused);
    expect(await codeOf(lend('y', 1, one, { hours: 25 }))).toContain('ck_lent_role_hours_most');
  });
});
