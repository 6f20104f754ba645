import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { FourEyes } from '../../../src/identity/four-eyes/four-eyes.js';
import { ApiTokensQueries } from '../../../src/identity/tokens/api-tokens.queries.js';
import { CreateTokenUseCase } from '../../../src/identity/tokens/create-token.use-case.js';
import { SettleTokenUseCase } from '../../../src/identity/tokens/settle-token.use-case.js';
import { TokenAccess } from '../../../src/identity/tokens/token-access.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { somebody } from '../../support/people.js';
import { refusalOf } from '../../support/refusal-of.js';

const UNTIL = '2026-12-31' as PlainDate;

let number = 0;
const by = (ref: string) => ({ by: ref, reason: 'Test', key: `tokens-${(number += 1)}` });

appOnEachDatabase({ kind: 'empty' }, (app) => {
  let admin: string;
  let approver: string;

  beforeAll(async () => {
    admin = await somebody(app(), 'administrator');
    approver = await somebody(app(), 'approver');
  });

  const create = (ref = admin, until = UNTIL, role = 'treasury') =>
    app().get(CreateTokenUseCase).execute(by(ref), { role, purpose: 'Kassenverfahren', until });
  const consent = (id: string, ref = approver) =>
    app().get(SettleTokenUseCase).consent(by(ref), id);
  const acting = (secret = '') => app().get(TokenAccess).acting(secret, '10.0.0.7');
  const acts = (id: string) => app().get(FourEyes).acts(app().reader, { kind: 'token', id });
  const token = (id: string) => app().get(ApiTokensQueries).token(id);

  it('lets a program in once somebody else has consented, and no longer than to its day', async () => {
    const { id, secret } = await create();
    expect(secret).toMatch(/^wb_[\w-]{43}$/);
    expect(await acting(secret)).toBeUndefined();
    expect((await token(id)).state).toBe('open');
    await consent(id);
    expect(await acting(secret)).toEqual({
      ...{ ref: `token:${id}`, roles: ['treasury'], name: 'Kassenverfahren', address: '10.0.0.7' },
    });
    const { state, lastUsedAt, lastAddress, consentedBy } = await token(id);
    expect({ state, lastUsedAt, lastAddress, consentedBy }).toEqual({
      ...{ state: 'active', lastUsedAt: app().clock.now(), lastAddress: '10.0.0.7' },
      consentedBy: approver,
    });
    const before = app().clock.now();
    app().clock.moveTo('2026-12-31T22:59:59.000Z');
    expect(await acting(secret)).toBeDefined();
    app().clock.moveTo('2026-12-31T23:00:00.000Z'); // midnight in Germany
    expect(await acting(secret)).toBeUndefined();
    expect((await token(id)).state).toBe('expired');
    app().clock.moveTo(before);
  });

  it('stores no secret, and tells it to nobody who repeats the command', async () => {
    const change = by(admin);
    const wanted = { role: 'auditor', purpose: 'Berichtswesen', until: UNTIL };
    const first = await app().get(CreateTokenUseCase).execute(change, wanted);
    const again = await app().get(CreateTokenUseCase).execute(change, wanted);
    expect(again).toEqual({ id: first.id, secret: undefined });
    const rows = await app().reader.all('select * from api_token');
    expect(JSON.stringify(rows)).not.toContain(first.secret);
  });

  it('shuts a program out the moment its key is revoked; nothing follows', async () => {
    const { id, secret } = await create();
    await consent(id);
    await app().get(SettleTokenUseCase).revoke(by(admin), id);
    expect(await acting(secret)).toBeUndefined();
    expect((await token(id)).state).toBe('revoked');
    expect(await refusalOf(consent(id))).toContain('revoked');
    expect(await refusalOf(app().get(SettleTokenUseCase).revoke(by(admin), id))).toContain(
      'revoked',
    );
    const steps = await app().get(ApiTokensQueries).history(id);
    expect(steps.map(({ kind }) => kind)).toEqual(['revoked', 'consented', 'created']);
  });

  it('knows no secret that it did not make', async () => {
    expect(await acting('wb_0000000000000000000000000000000000000000000')).toBeUndefined();
    expect(await acting('')).toBeUndefined();
  });

  it('takes one consent, and never that of whoever asked, of a program, or of another role', async () => {
    const turncoat = await somebody(app(), 'officer', 'approver');
    const { id } = await create(turncoat);
    const earlier = { act: 'consented', earlier: 'entered', at: app().clock.now() };
    for (const [ref, code, facts] of [
      [turncoat, 'identity.same-person', earlier],
      [`token:${id}`, 'identity.not-a-person', { act: 'consented' }],
      [admin, 'identity.right-lacking', { roles: 'approver' }],
    ] as const) {
      await expect(consent(id, ref)).rejects.toMatchObject({ code, facts });
    }
    expect(await acts(id)).toEqual([]);
    await consent(id);
    expect(await refusalOf(consent(id))).toContain('active');
    expect(await refusalOf(consent('nobody'))).toContain('nobody');
  });

  it('keeps who asked and who consented as acts of two people', async () => {
    const { id } = await create('system:console');
    await consent(id);
    expect((await acts(id)).map(({ act, actor, role }) => [act, actor, role])).toEqual([
      ['entered', 'system:console', undefined],
      ['consented', approver, 'approver'],
    ]);
  });

  it('settles a key once where two do so at the same time', async () => {
    const { id } = await create();
    const other = (await app().another()).get(SettleTokenUseCase);
    const answers = await Promise.allSettled([
      consent(id),
      other.consent(by(await somebody(app(), 'approver')), id),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await token(id)).revision).toBe(2);
  });

  it.each(['approver', 'administrator', 'partner', 'nonsense'])(
    'makes no key for the role %s',
    async (role) => {
      expect(await refusalOf(create(admin, UNTIL, role))).toContain(role);
    },
  );

  it.each(['2026-03-01', '2027-03-03'])('makes no key until %s', async (day) => {
    expect(await refusalOf(create(admin, day as PlainDate))).toContain('2027-03-02');
  });

  describe('the database itself', () => {
    const MAKER = 'person:01JE5QZ3T8M9N0P1Q2R3S4T5A1';
    const CONSENTER = 'person:01JE5QZ3T8M9N0P1Q2R3S4T5B1';
    const insert = (values: Readonly<Record<string, string | number | boolean | null>>) =>
      app()
        .get(UnitOfWork)
        .run((tx) => {
          const row = { ...ROW, recorded_at: tx.at, ...values };
          const marks = Object.keys(row).map(() => '?');
          return tx.run(
            `insert into api_token (${Object.keys(row).join(', ')}) values (${marks.join(', ')})`,
            Object.values(row),
          );
        });
    const ROW = {
      ...{ id: 'direct', revision: 1, recorded_by: MAKER, reason: 'Test', withdrawn: false },
      ...{ role: 'officer', purpose: 'Test', until: UNTIL, secret_hash: 'ab', created_by: MAKER },
      consented_by: null as string | null,
    };

    it.each([
      ['a key that is good from the start', { consented_by: CONSENTER }],
      ['a key that another is said to have made', { created_by: CONSENTER }],
      ['a role that no program has', { role: 'approver' }],
      ['a second step without the first', { revision: 2, recorded_by: CONSENTER }],
    ])('refuses %s', async (_, values) => {
      await refusalOf(insert({ ...values, id: 'first' }));
      expect(await app().reader.all(`select id from api_token where id = 'first'`)).toEqual([]);
    });

    it('refuses a step that changes the key, or a consent that is not the own one', async () => {
      await insert({});
      const consent = { revision: 2, recorded_by: CONSENTER, consented_by: CONSENTER };
      for (const wrong of [
        { recorded_by: MAKER, consented_by: MAKER },
        { recorded_by: 'token:x', consented_by: 'token:x' },
        { recorded_by: 'system:console', consented_by: 'system:console' },
        { recorded_by: MAKER },
        { role: 'treasury' },
        { purpose: 'anders' },
        { until: '2027-01-01' },
        { secret_hash: 'cd' },
        { withdrawn: true },
      ]) {
        await refusalOf(insert({ ...consent, ...wrong }));
      }
      await insert(consent);
      await refusalOf(insert({ ...consent, revision: 3, consented_by: null }));
      await insert({ ...consent, revision: 3, recorded_by: MAKER, withdrawn: true });
      await refusalOf(insert({ ...consent, revision: 4, recorded_by: MAKER }));
      const rows = await app().reader.all(`select revision from api_token where id = 'direct'`);
      expect(rows).toHaveLength(3);
    });
  });
});
