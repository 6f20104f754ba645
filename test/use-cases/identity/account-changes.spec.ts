import { AccountChangesQueries } from '../../../src/identity/account-changes/account-changes.queries.js';
import { AccountNotices } from '../../../src/identity/account-changes/account-notices.js';
import {
  ProposeAccountChangeUseCase,
  type WantedChange,
} from '../../../src/identity/account-changes/propose-account-change.use-case.js';
import { SettleAccountChangeUseCase } from '../../../src/identity/account-changes/settle-account-change.use-case.js';
import { Exceptions } from '../../../src/identity/exceptions/exceptions.js';
import { OneTimeLinks } from '../../../src/identity/links/one-time-links.js';
import { AccountQueries } from '../../../src/identity/people/account.queries.js';
import { ChangeRightsUseCase } from '../../../src/identity/people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../../../src/identity/people/close-account.use-case.js';
import { CorrectProfileUseCase } from '../../../src/identity/people/correct-profile.use-case.js';
import { InvitePersonUseCase } from '../../../src/identity/people/invite-person.use-case.js';
import { RemoveSecondFactorUseCase } from '../../../src/identity/second-factor/remove-second-factor.use-case.js';
import { SecondFactors } from '../../../src/identity/second-factor/second-factors.js';
import { Credentials } from '../../../src/identity/sign-in/credentials.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import type { Role } from '../../../src/identity/identity.js';
import { UnitOfWork, type SqlValue, type Tx } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { begun, change, idOf, somebody } from '../../support/people.js';

const ALONE = { code: 'identity.second-administrator-needed' };
const refused = (reason: string) => ({
  code: 'identity.account-change-refused',
  facts: { reason },
});

appOnEachDatabase({ kind: 'empty' }, (app) => {
  let first: string;
  let second: string;
  let approver: string;

  beforeAll(async () => {
    first = await begun(app(), 'administrator');
    second = await begun(app(), 'administrator');
  });
  beforeEach(async () => {
    approver = await begun(app(), 'approver');
  });

  const propose = (wanted: WantedChange, by = first, whose = approver) =>
    app().get(ProposeAccountChangeUseCase).execute(change(by), idOf(whose), wanted);
  const agree = (id: string, by = second) =>
    app().get(SettleAccountChangeUseCase).agree(change(by), id);
  const decline = (id: string, by = second) =>
    app().get(SettleAccountChangeUseCase).decline(change(by), id);
  const account = (ref: string) => app().get(AccountQueries).account(idOf(ref));
  const sql = (text: string, values: readonly SqlValue[]) =>
    app()
      .get(UnitOfWork)
      .run((tx: Tx) => tx.run(text, values));
  const withFactor = (ref: string) =>
    app()
      .get(UnitOfWork)
      .run(async (tx) => {
        const factors = app().get(SecondFactors);
        const offered = await factors.offer(tx, idOf(ref), 'JBSWY3DPEHPK3PXP');
        await factors.confirm(tx, idOf(ref), offered, 1);
      });

  describe('one administrator alone', () => {
    it('gives no role of the office, and takes each away', async () => {
      const rights = (roles: readonly Role[]) =>
        app().get(ChangeRightsUseCase).execute(change(first), idOf(approver), { roles });
      await expect(rights(['approver', 'officer'])).rejects.toMatchObject(ALONE);
      await expect(rights(['treasury'])).rejects.toMatchObject(ALONE);
      const both = await begun(app(), 'approver', 'officer');
      await app()
        .get(ChangeRightsUseCase)
        .execute(change(first), idOf(both), { roles: ['officer'] });
      expect((await account(both)).roles).toEqual(['officer']);
    });

    it('gets no link for an account that is somebody’s', async () => {
      const again = (ref: string) => app().get(InvitePersonUseCase).again(change(first), idOf(ref));
      await expect(again(approver)).rejects.toMatchObject(ALONE);
      const notBegun = await somebody(app(), 'treasury');
      await expect(again(notBegun)).rejects.toMatchObject(ALONE);
    });

    it('takes no second factor away, turns no mail elsewhere and opens no closed account', async () => {
      await withFactor(approver);
      const factor = app().get(RemoveSecondFactorUseCase).execute(change(first), idOf(approver));
      await expect(factor).rejects.toMatchObject(ALONE);
      const { name } = await account(approver);
      const correct = (profile: { name: string; mail: string }) =>
        app().get(CorrectProfileUseCase).execute(change(first), idOf(approver), profile);
      await expect(correct({ name, mail: 'eigenes@postfach.de' })).rejects.toMatchObject(ALONE);
      await correct({ name: 'Neuer Name', mail: (await account(approver)).mail ?? '' });
      expect((await account(approver)).name).toBe('Neuer Name');
      await app().get(CloseAccountUseCase).close(change(first), idOf(approver));
      const reopening = app().get(CloseAccountUseCase).reopen(change(first), idOf(approver));
      await expect(reopening).rejects.toMatchObject(ALONE);
    });
  });

  describe('the database by itself', () => {
    const NOW = '2026-03-02T08:00:00.000Z';
    const rights = (by: string, roles: string) =>
      sql(
        `insert into person_rights (id, revision, recorded_at, recorded_by, reason, withdrawn, roles,
           partner_id, is_lead) values (?, 2, ?, ?, 'x', ?, ?, null, ?)`,
        [idOf(approver), NOW, by, false, roles, false],
      );

    it('refuses roles, links, another mail address and a lost factor of one person', async () => {
      await expect(rights(first, '["approver","officer"]')).rejects.toMatchObject(ALONE);
      const link = sql(
        `insert into one_time_link (id, person_id, purpose, secret_hash, issued_at, issued_by, until)
         values ('01', ?, 'reset', 'x', ?, ?, ?)`,
        [idOf(approver), NOW, first, NOW],
      );
      await expect(link).rejects.toMatchObject(ALONE);
      const mail = sql('update person_profile set mail = ? where person_id = ?', [
        ...['anders@amt.de', idOf(approver)],
      ]);
      await expect(mail).rejects.toMatchObject(ALONE);
      await withFactor(approver);
      const factor = sql('delete from second_factor where person_id = ?', [idOf(approver)]);
      await expect(factor).rejects.toMatchObject(ALONE);
      await rights(first, '["approver"]'); // nothing that was not there
    });

    it('refuses a change that its asker agrees to, or that nobody asked for', async () => {
      const insert = (revision: number, by: string, agreedBy: string | null) =>
        sql(
          `insert into account_change (id, revision, recorded_at, recorded_by, reason, withdrawn, kind,
             person_id, person_revision, roles, asked_by, agreed_by)
           values ('c-${approver}', ?, ?, ?, 'x', ?, 'link', ?, 1, null, ?, ?)`,
          [revision, NOW, by, false, idOf(approver), idOf(first), agreedBy && idOf(agreedBy)],
        );
      await expect(insert(1, first, second)).rejects.toMatchObject(ALONE);
      await expect(insert(1, second, null)).rejects.toMatchObject(ALONE);
      await expect(insert(2, second, second)).rejects.toMatchObject(ALONE);
      await insert(1, first, null);
      await expect(insert(2, first, first)).rejects.toMatchObject(ALONE);
      await expect(insert(2, approver, approver)).rejects.toMatchObject(ALONE);
      await insert(2, second, second);
      await expect(insert(3, second, second)).rejects.toMatchObject(ALONE);
    });
  });

  describe('two administrators', () => {
    it('give a role, which signs the person out', async () => {
      const { secret } = await app()
        .get(Sessions)
        .open(idOf(approver), 'password', { address: '', browser: '' });
      const id = await propose({ kind: 'rights', roles: ['approver', 'officer'] });
      expect((await account(approver)).roles).toEqual(['approver']);
      await agree(id);
      expect((await account(approver)).roles).toEqual(['approver', 'officer']);
      expect(await app().get(Sessions).acting(secret)).toBeUndefined();
      const [step] = await app().get(AccountQueries).history(idOf(approver));
      expect(step).toMatchObject({ kind: 'rights', by: second });
    });

    it('make a link, which is known to the second one only', async () => {
      const id = await propose({ kind: 'link' });
      const { link, purpose } = (await agree(id)) ?? {};
      expect(purpose).toBe('reset');
      const standing = await app()
        .get(OneTimeLinks)
        .standing(link?.secret ?? '');
      expect(standing?.personId).toBe(idOf(approver));
    });

    it('take a second factor away', async () => {
      await withFactor(approver);
      await agree(await propose({ kind: 'factor' }));
      expect(await app().get(SecondFactors).isOn(idOf(approver))).toBe(false);
      const [told] = await app().reader.all<{ actor: string }>(
        `select actor as "actor" from audit_event where action = 'factor-changed'
         and object_id = ? order by id desc limit 1`,
        [idOf(approver)],
      );
      expect(told?.actor).toBe(second);
    });

    it('turn mail elsewhere, and keep the address nowhere else', async () => {
      const profile = { name: 'Petra Neu', mail: 'Petra.Neu@amt.de' };
      const id = await propose({ kind: 'profile', profile });
      const [waiting] = await app().get(AccountChangesQueries).waitingFor(idOf(approver));
      expect(waiting?.profile).toEqual({ name: 'Petra Neu', mail: 'petra.neu@amt.de' });
      await agree(id);
      expect((await account(approver)).mail).toBe('petra.neu@amt.de');
      for (const table of ['account_change', 'account_change_profile', 'audit_event']) {
        const rows = JSON.stringify(await app().reader.all(`select * from ${table}`));
        expect(rows.toLowerCase()).not.toContain('petra.neu');
      }
    });

    it('open a closed account', async () => {
      await app().get(CloseAccountUseCase).close(change(first), idOf(approver));
      await agree(await propose({ kind: 'reopening' }));
      expect(await account(approver)).toMatchObject({ isClosed: false, roles: ['approver'] });
    });

    it('are two people, of whom neither is the owner', async () => {
      const id = await propose({ kind: 'link' });
      await expect(agree(id, first)).rejects.toMatchObject(refused('same-administrator'));
      await expect(agree(id, approver)).rejects.toMatchObject({ code: 'identity.right-lacking' });
      const third = await begun(app(), 'administrator');
      const own = await propose({ kind: 'link' }, first, third);
      await expect(agree(own, third)).rejects.toMatchObject(refused('own-account'));
      const oneself = propose({ kind: 'rights', roles: ['approver'] }, first, first);
      await expect(oneself).rejects.toMatchObject({ code: 'identity.own-rights' });
      const officer = await begun(app(), 'officer');
      await expect(propose({ kind: 'link' }, officer)).rejects.toMatchObject({
        code: 'identity.right-lacking',
      });
    });

    it('agree once, also at the same moment over two instances', async () => {
      const id = await propose({ kind: 'link' });
      await expect(propose({ kind: 'link' }, second)).rejects.toMatchObject(refused('waiting'));
      const third = await begun(app(), 'administrator');
      const other = await app().another();
      const answers = await Promise.allSettled([
        agree(id),
        other.get(SettleAccountChangeUseCase).agree(change(third), id),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await expect(decline(id)).rejects.toMatchObject(refused('decided'));
    });

    it('say no, take back, and agree to nothing that the account has left behind', async () => {
      const declined = await propose({ kind: 'link' });
      await decline(declined);
      await expect(agree(declined)).rejects.toMatchObject(refused('decided'));
      await decline(await propose({ kind: 'link' }), first);
      const old = await propose({ kind: 'rights', roles: ['approver', 'officer'] });
      await app()
        .get(CorrectProfileUseCase)
        .execute(change(first), idOf(approver), {
          name: 'Anders',
          mail: (await account(approver)).mail ?? '',
        });
      await expect(agree(old)).rejects.toMatchObject(refused('overtaken'));
      await agree(await propose({ kind: 'rights', roles: ['approver', 'officer'] }));
      expect((await account(approver)).roles).toEqual(['approver', 'officer']);
    });
  });

  it('an invited person has no role until a second administrator has agreed', async () => {
    const person = { name: 'Nora', mail: 'nora@amt.de', roles: ['approver'] as const };
    const { personId } = await app().get(InvitePersonUseCase).execute(change(first), person);
    const nora = `person:${personId}`;
    expect((await account(nora)).roles).toEqual([]);
    const [waiting] = await app().get(AccountChangesQueries).waitingFor(personId);
    expect(waiting).toMatchObject({ kind: 'rights', roles: ['approver'], hasBegun: false });
    const id = waiting?.id ?? '';
    await expect(agree(id)).rejects.toMatchObject(refused('not-begun'));
    expect((await app().get(InvitePersonUseCase).again(change(first), personId)).purpose).toBe(
      'invitation',
    );
    await app()
      .get(UnitOfWork)
      .note((tx) => app().get(Credentials).keep(tx, personId, 'hash'));
    const link = app().get(InvitePersonUseCase).again(change(first), personId);
    await expect(link).rejects.toMatchObject(ALONE);
    await agree(id);
    expect((await account(nora)).roles).toEqual(['approver']);
  });

  it('is told to the owner, in the list of exceptions and in the audit trail', async () => {
    const notices = app().get(AccountNotices);
    const id = await propose({ kind: 'link' });
    expect(await notices.unseen(idOf(approver))).toEqual([]);
    await agree(id);
    const [notice, ...more] = await notices.unseen(idOf(approver));
    expect([notice?.kind, notice?.agreedBy, more]).toEqual(['link', idOf(second), []]);
    const { id: session } = await app()
      .get(Sessions)
      .open(idOf(approver), 'password', { address: '', browser: '' });
    expect(await notices.isDue(session)).toBe(true);
    await notices.seen(idOf(approver), notice?.at ?? '');
    expect(await notices.isDue(session)).toBe(false);
    const exceptions = await app().get(Exceptions).ofYear(2026);
    expect(exceptions.filter(({ object }) => object.id === idOf(approver))).toMatchObject([
      { kind: 'account-access', by: first, agreedBy: [second], facts: { change: 'link' } },
    ]);
    const events = await app().reader.all<{ actor: string; action: string }>(
      `select actor as "actor", action as "action" from audit_event
       where object_kind = 'account-change' and object_id = ? order by id`,
      [id],
    );
    expect(events).toEqual([
      { actor: first, action: 'recorded' },
      { actor: second, action: 'corrected' },
    ]);
  });
});
