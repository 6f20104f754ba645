import { AccountQueries } from '../../../src/identity/people/account.queries.js';
import { ChangeRightsUseCase } from '../../../src/identity/people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../../../src/identity/people/close-account.use-case.js';
import { CorrectProfileUseCase } from '../../../src/identity/people/correct-profile.use-case.js';
import { EndSessionsUseCase } from '../../../src/identity/people/end-sessions.use-case.js';
import { ErasePersonUseCase } from '../../../src/identity/people/erase-person.use-case.js';
import { InvitePersonUseCase } from '../../../src/identity/people/invite-person.use-case.js';
import {
  RecordPersonUseCase,
  type NewPerson,
} from '../../../src/identity/people/record-person.use-case.js';
import { OneTimeLinks } from '../../../src/identity/links/one-time-links.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import type { Role } from '../../../src/identity/identity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

/** Whoever runs the machine: what people do to each other's accounts is tried in account-changes. */
const OTHER = 'system:console';
const ORIGIN = { address: '10.0.0.7', browser: 'Tests' };

let number = 0;
const by = (ref = OTHER) => ({ by: ref, reason: 'Test', key: `accounts-${(number += 1)}` });

appOnEachDatabase({ kind: 'empty' }, (app) => {
  const invite = async (more: Partial<NewPerson> = {}) => {
    const mail = `person-${(number += 1)}@amt.de`;
    const person = { name: 'Petra Lange', mail, roles: ['treasury'] as Role[], ...more };
    return app().get(InvitePersonUseCase).execute(by(), person);
  };
  const invited = async (more: Partial<NewPerson> = {}) => (await invite(more)).personId;
  /** Somebody who has chosen a password. */
  const settled = async (roles: readonly Role[]) => {
    const id = await invited({ roles });
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run('insert into credential (person_id, password_hash, changed_at) values (?, ?, ?)', [
          id,
          'hash',
          tx.at,
        ]),
      );
    return id;
  };
  const session = async (id: string) => {
    const { secret } = await app().get(Sessions).open(id, 'password', ORIGIN);
    return () => app().get(Sessions).acting(secret);
  };
  const account = (id: string) => app().get(AccountQueries).account(id);
  const rights = (id: string, roles: readonly Role[], ref?: string) =>
    app().get(ChangeRightsUseCase).execute(by(ref), id, { roles });
  const close = (id: string, ref?: string) => app().get(CloseAccountUseCase).close(by(ref), id);
  const reopen = (id: string) => app().get(CloseAccountUseCase).reopen(by(), id);

  it('invites with a link that is known once', async () => {
    const change = by();
    const person = { name: 'Neu', mail: 'neu@amt.de', roles: ['auditor'] as const };
    const first = await app().get(InvitePersonUseCase).execute(change, person);
    const again = await app().get(InvitePersonUseCase).execute(change, person);
    expect(again).toEqual({ ...first, link: undefined });
    expect(
      await app()
        .get(OneTimeLinks)
        .standing(first.link?.secret ?? ''),
    ).toMatchObject({
      ...{ personId: first.personId, purpose: 'invitation' },
    });
    expect((await account(first.personId)).standing).toBe('invited');
  });

  it('knows the organisations that people can belong to', async () => {
    const person = { roles: ['partner'] as const, partnerId: 'nobody' };
    expect(await refusalOf(invite(person))).toContain('nobody');
  });

  it('signs out whoever gets other rights, at once', async () => {
    const id = await invited();
    const acting = await session(id);
    expect((await acting())?.roles).toEqual(['treasury']);
    await rights(id, ['auditor']);
    expect(await acting()).toBeUndefined();
    const [step] = await app().get(AccountQueries).history(id);
    expect(step).toMatchObject({ kind: 'rights', by: OTHER, reason: 'Test', roles: ['auditor'] });
  });

  it.each<readonly Role[]>([
    ['treasury', 'approver'],
    ['partner'],
    ['administrator', 'auditor'],
    [],
  ])('refuses %j for somebody of the office', async (...roles) => {
    expect(await refusalOf(rights(await invited(), roles))).toMatch(/^\{/);
  });

  it('lets nobody change their own account', async () => {
    const id = await settled(['officer']);
    const own = `person:${id}`;
    expect(await refusalOf(rights(id, ['approver'], own))).toBe('{}');
    expect(await refusalOf(close(id, own))).toBe('{}');
    expect((await account(id)).roles).toEqual(['officer']);
  });

  it('closes an account with its sessions and links, and opens it again', async () => {
    const { personId: id, link } = await invite();
    const acting = await session(id);
    await close(id);
    expect(await acting()).toBeUndefined();
    expect(
      await app()
        .get(OneTimeLinks)
        .standing(link?.secret ?? ''),
    ).toBeUndefined();
    expect(await refusalOf(close(id))).toContain('closed');
    expect(await refusalOf(rights(id, ['auditor']))).toContain('closed');
    expect(await refusalOf(app().get(InvitePersonUseCase).again(by(), id))).toContain('closed');
    await reopen(id);
    expect(await refusalOf(reopen(id))).toContain('open');
    expect((await account(id)).roles).toEqual(['treasury']);
    expect(await acting()).toBeUndefined();
  });

  it('erases name, mail address and traces of a closed account, and nothing else', async () => {
    const { personId: id } = await invite({ mail: 'gehen@amt.de' });
    await session(id);
    const erase = () => app().get(ErasePersonUseCase).execute(by(), id);
    expect(await refusalOf(erase())).toContain('open');
    await close(id);
    await erase();
    const { name, mail, standing } = await account(id);
    expect({ name, mail, standing }).toEqual({
      ...{ name: '(gelöscht)', mail: undefined, standing: 'erased' },
    });
    for (const table of ['person', 'person_profile', 'person_rights', 'session']) {
      const rows = JSON.stringify(await app().reader.all(`select * from ${table}`));
      expect(rows).not.toContain('gehen@amt.de');
    }
    expect(await refusalOf(erase())).toContain('erased');
    expect(await refusalOf(reopen(id))).toContain('erased');
    expect((await app().get(AccountQueries).history(id)).map(({ kind }) => kind)).toEqual([
      ...['erased', 'closed', 'made'],
    ]);
    await invite({ mail: 'gehen@amt.de' });
  });

  it('corrects name and address without keeping what they were', async () => {
    const person = { name: 'Petra Alt', mail: 'alt@amt.de', roles: ['partner'] as const };
    const id = await app()
      .get(RecordPersonUseCase)
      .execute(by(), { ...person, partnerId: 'luenen' });
    const { link } = await app().get(InvitePersonUseCase).again(by(), id);
    const profile = { name: 'Petra Neu', mail: 'Neu.Adresse@amt.de' };
    await app().get(CorrectProfileUseCase).execute(by(), id, profile);
    const { name, mail, roles } = await account(id);
    expect({ name, mail, roles }).toEqual({
      ...{ name: 'Petra Neu', mail: 'neu.adresse@amt.de', roles: ['partner'] },
    });
    expect(
      await app()
        .get(OneTimeLinks)
        .standing(link?.secret ?? ''),
    ).toBeUndefined();
    const other = await invited();
    const taken = app().get(CorrectProfileUseCase).execute(by(), other, profile);
    expect(await refusalOf(taken)).toBe('{}');
  });

  it('ends the sessions of a person, and leaves the account', async () => {
    const id = await invited();
    const acting = await session(id);
    await app().get(EndSessionsUseCase).execute(by(), id);
    expect(await acting()).toBeUndefined();
    expect(await (await session(id))()).toBeDefined();
  });

  it('gives those a new link who lost theirs: an invitation before the first password', async () => {
    const waiting = await invited();
    const known = await settled(['officer']);
    const again = (id: string) => app().get(InvitePersonUseCase).again(by(), id);
    expect((await again(waiting)).purpose).toBe('invitation');
    expect((await again(known)).link?.path).toMatch(/^\/passwort\//);
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    const id = await invited();
    const seen = { ...by(), expected: 1 };
    await rights(id, ['auditor']);
    const late = app()
      .get(ChangeRightsUseCase)
      .execute(seen, id, { roles: ['officer'] });
    expect(await refusalOf(late)).toContain('"expected":1');
    expect(await refusalOf(close('nobody'))).toContain('nobody');
  });

  it('keeps one administrator who can sign in, also where two close each other at once', async () => {
    const [one, two] = [await settled(['administrator']), await settled(['administrator'])];
    await invited({ roles: ['administrator'] }); // has no password yet: could not help
    const other = await app().another();
    const answers = await Promise.allSettled([
      close(one, `person:${two}`),
      other.get(CloseAccountUseCase).close(by(`person:${one}`), two),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const left = (await account(one)).isClosed ? two : one;
    expect(await refusalOf(close(left))).toBe('{}');
    expect(await refusalOf(rights(left, ['officer']))).toBe('{}');
    expect(await account(left)).toMatchObject({ isClosed: false, roles: ['administrator'] });
  });
});
