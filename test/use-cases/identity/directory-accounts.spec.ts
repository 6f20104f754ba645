import { DirectoryAccounts } from '../../../src/identity/directory/directory-accounts.js';
import { DirectorySignIns } from '../../../src/identity/directory/directory-sign-ins.js';
import { CloseAccountUseCase } from '../../../src/identity/people/close-account.use-case.js';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { account, desk } from './identity-world.js';

const told = (subject: string, more: { readonly name?: string; readonly mail?: string } = {}) => ({
  ...{ subject, name: 'Anna Ćosić', mail: `${subject}@kreis.example`, groups: [], ...more },
});

appOnEachDatabase({ kind: 'empty' }, (app) => {
  it('makes an account at the first sign-in, one also of two at once', async () => {
    const other = await app().another();
    const [one, same] = await Promise.all([
      app().get(DirectoryAccounts).settle(told('Anna'), ['officer']),
      other.get(DirectoryAccounts).settle(told('Anna'), ['officer']),
    ]);
    expect(same).toBe(one);
    expect(await app().get(PeopleQueries).person(one)).toMatchObject({
      ...{ source: 'directory', name: 'Anna Ćosić', mail: 'anna@kreis.example', revision: 1 },
    });
  });

  it('writes a revision only where something changed', async () => {
    const accounts = app().get(DirectoryAccounts);
    const id = await accounts.settle(told('berta'), ['officer']);
    await accounts.settle(told('berta'), ['officer']);
    expect(await app().get(PeopleQueries).person(id)).toMatchObject({ revision: 1 });
    await accounts.settle(told('berta', { name: 'Berta Neu', mail: 'Neu@kreis.example' }), [
      'officer',
    ]);
    expect(await app().get(PeopleQueries).person(id)).toMatchObject({
      ...{ revision: 2, name: 'Berta Neu', mail: 'neu@kreis.example' },
    });
  });

  it('a group that is gone takes its role away, and ends the sessions of before', async () => {
    const accounts = app().get(DirectoryAccounts);
    const id = await accounts.settle(told('carla'), ['officer', 'approver']);
    const { secret } = await app().get(Sessions).open(id, 'directory', desk(1));
    await accounts.settle(told('carla'), ['officer', 'approver']);
    expect(await app().get(Sessions).acting(secret)).toBeDefined();
    await accounts.settle(told('carla'), ['officer']);
    expect(await app().get(Sessions).acting(secret)).toBeUndefined();
    expect(await app().get(PeopleQueries).person(id)).toMatchObject({ roles: ['officer'] });
  });

  it('never takes over an account with a password, nor opens a closed one', async () => {
    await account(app(), 'dora');
    const accounts = app().get(DirectoryAccounts);
    const taken = accounts.settle(told('fremd', { mail: 'Dora@kreis.example' }), ['officer']);
    await expect(taken).rejects.toMatchObject({ code: 'identity.directory-mail-taken' });
    const id = await accounts.settle(told('elsa'), ['officer']);
    const change = { by: 'system:tests', reason: 'Ausgeschieden', key: 'elsa' };
    await app().get(CloseAccountUseCase).close(change, id);
    await expect(accounts.settle(told('elsa'), ['officer'])).rejects.toMatchObject({
      code: 'identity.directory-account-closed',
    });
  });

  it('keeps what a browser began for this browser, once, and for ten minutes', async () => {
    const underWay = app().get(DirectorySignIns);
    const kept = { state: 'state', nonce: 'n', verifier: 'v', redirectUrl: 'http://a.example/' };
    const begun = { kept, leadsTo: '/vertraege' };
    await underWay.keep('browser', begun);
    expect(await underWay.take('another', 'state')).toBeUndefined();
    expect(await underWay.take('browser', 'state')).toEqual(begun);
    expect(await underWay.take('browser', 'state')).toBeUndefined();
    await underWay.keep('browser', begun);
    const { clock } = app();
    clock.moveOn(11 * 60_000);
    expect(await underWay.take('browser', 'state')).toBeUndefined();
  });
});
