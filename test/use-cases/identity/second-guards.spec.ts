import { DomainError } from '../../../src/domain/errors/domain-error.js';
import { SignInRefused } from '../../../src/identity/identity.errors.js';
import { CloseAccountUseCase } from '../../../src/identity/people/close-account.use-case.js';
import { AccessCheck } from '../../../src/identity/people/access.check.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { CollectedReport } from '../../../src/platform/checks/collected-report.js';
import { UnitOfWork, type SqlValue } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { idOf, somebody } from '../../support/people.js';
import { tamperWith } from '../../support/tampering.js';

/** What the database refuses, and what the check tells, whoever writes past the code. */
appOnEachDatabase({}, (app) => {
  let officer: string;
  beforeAll(async () => {
    officer = await somebody(app(), 'officer');
  });

  const insert = async (table: string, row: Readonly<Record<string, SqlValue>>) => {
    const names = Object.keys(row);
    const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
    try {
      await app()
        .get(UnitOfWork)
        .run((tx) => tx.run(sql, Object.values(row)));
      return 'taken';
    } catch (error) {
      return error instanceof DomainError ? error.code : String(error);
    }
  };
  const rights = (more: Readonly<Record<string, SqlValue>>) =>
    insert('person_rights', {
      ...{ id: idOf(officer), revision: 2, recorded_at: app().clock.now(), reason: 'Hand' },
      ...{ recorded_by: 'system:tests', withdrawn: false, roles: '["officer"]' },
      ...{ partner_id: null, is_lead: false, ...more },
    });
  const session = (id: string, person: string) =>
    insert('session', {
      ...{ id, secret_hash: id.padEnd(64, '0'), person_id: person, way: 'password' },
      ...{ started_at: app().clock.now(), seen_at: app().clock.now(), address: '', browser: '' },
    });
  const told = async () => {
    const report = new CollectedReport(() => undefined);
    await app().get(AccessCheck).run(app().reader, report);
    return report.discrepancies.map(({ place }) => place);
  };

  it.each([
    ['roles that exclude each other', { roles: '["officer","treasury"]' }],
    ['a role that there is not', { roles: '["chef"]' }],
    ['a partner without an organisation', { roles: '["partner"]' }],
    ['an organisation of the office', { partner_id: 'luenen' }],
    ['a lead of the office', { is_lead: true }],
    ['a step that is left out', { revision: 5 }],
  ])('takes no rights with %s', async (_, more) => {
    expect(await rights(more)).toBe('identity.roles-apart');
  });

  it('takes no session of nobody, nor of a closed account', async () => {
    expect(await session('01SESSION00000000000000001', 'nobody')).toBe('identity.sign-in-refused');
    const leaver = await somebody(app(), 'officer');
    const change = { by: 'system:tests', reason: 'geht', key: 'leaver' };
    await app().get(CloseAccountUseCase).close(change, idOf(leaver));
    const origin = { address: '127.0.0.1', browser: 'Tests' };
    await expect(app().get(Sessions).open(idOf(leaver), 'password', origin)).rejects.toThrow(
      SignInRefused,
    );
  });

  it('takes no link of the audit trail that does not follow the last one', async () => {
    const link = { event_id: 'x', previous_hash: '0'.repeat(64), hash: '1'.repeat(64) };
    const ahead = await insert('audit_chain', { sequence: 999_999, ...link });
    expect(ahead).toContain('audit_chain: does not follow');
    const [head] = await app().reader.all<{ next: string | number }>(
      'select max(sequence) + 1 as next from audit_chain',
    );
    const wrong = await insert('audit_chain', { sequence: Number(head?.next), ...link });
    expect(wrong).toContain('audit_chain: does not follow');
  });

  it('tells of rights and sessions that the trail does not know', async () => {
    await app()
      .get(Sessions)
      .open(idOf(officer), 'password', { address: '127.0.0.1', browser: 'Tests' });
    expect(await told()).toEqual([]);
    expect(await session('01SESSION00000000000000002', idOf(officer))).toBe('taken');
    expect(await rights({ roles: '["approver"]' })).toBe('taken');
    expect(await told()).toEqual([
      `person ${idOf(officer)}, Stand 2`,
      `Sitzung 01SESSION00000000000000002 von ${officer}`,
    ]);
  });

  it('tells of a guard that was taken away', async () => {
    const on = app().engine === 'sqlite' ? '' : ' on "session"';
    await (await tamperWith(app())).exec(`drop trigger "session_of_account"${on}`);
    expect((await told()).join(' ')).toContain('session_of_account');
  });
});
