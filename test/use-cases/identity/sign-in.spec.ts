import { PasswordHashing } from '../../../src/identity/passwords/password-hashing.js';
import { CredentialRow } from '../../../src/identity/people/person.entity.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { Credentials } from '../../../src/identity/sign-in/credentials.js';
import { SecondFactorStep } from '../../../src/identity/sign-in/second-factor-step.js';
import { SignInUseCase } from '../../../src/identity/sign-in/sign-in.use-case.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { account, desk, OTHER_PASSWORD, PASSWORD, tried } from './identity-world.js';

const REFUSED = 'identity.sign-in-refused';

/** The secret of a new session. */
async function signedIn(app: OpenedApp, mail: string, session?: string) {
  const origin = { ...desk(1), ...(session !== undefined && { session }) };
  const answer = await app.get(SignInUseCase).execute({ mail, password: PASSWORD }, origin);
  if (answer.kind !== 'signed-in') throw new Error(answer.kind);
  return answer.session;
}

appOnEachDatabase({ kind: 'empty' }, (app) => {
  it('signs in with mail address, in any case, and password', async () => {
    const { id } = await account(app(), 'anna');
    const { secret } = await signedIn(app(), ' Anna@Kreis.EXAMPLE ');
    expect(await app().get(Sessions).acting(secret)).toMatchObject({
      ...{ ref: `person:${id}`, name: 'Frau anna', roles: ['officer'] },
    });
  });

  it('does not sign in with another password, and tells nobody apart', async () => {
    await account(app(), 'berta');
    await account(app(), 'ohne', { password: null });
    await account(app(), 'haus', { source: 'directory', directorySubject: 'haus' });
    const origin = desk(2);
    expect(await tried(app(), 'berta@kreis.example', OTHER_PASSWORD, origin)).toBe(REFUSED);
    expect(await tried(app(), 'niemand@kreis.example', PASSWORD, origin)).toBe(REFUSED);
    expect(await tried(app(), 'ohne@kreis.example', PASSWORD, origin)).toBe(REFUSED);
    expect(await tried(app(), 'haus@kreis.example', PASSWORD, origin)).toBe(REFUSED);
    expect(await tried(app(), '', '', origin)).toBe(REFUSED);
  });

  it('begins no session with a password that is changed while it is looked at', async () => {
    const { id, mail = '' } = await account(app(), 'dora');
    const [credentials, work] = [app().get(Credentials), app().get(UnitOfWork)];
    const fits = credentials.fits.bind(credentials);
    credentials.fits = async (...asked) => {
      credentials.fits = fits;
      const answer = await fits(...asked);
      app().clock.moveTo(new Date(Date.parse(app().clock.now()) + 1).toISOString());
      const hash = await app().get(PasswordHashing).hash(OTHER_PASSWORD);
      await work.note((tx) => credentials.keep(tx, id, hash));
      return answer;
    };
    expect(await tried(app(), mail, PASSWORD, desk(3))).toBe(REFUSED);
    expect(await tried(app(), mail, OTHER_PASSWORD, desk(3))).toBe('signed-in');
  });

  it('does not sign into a closed account', async () => {
    const { id } = await account(app(), 'carla');
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        tx.run(
          `insert into person_rights (id, revision, recorded_at, recorded_by, reason, withdrawn,
             roles, partner_id, is_lead)
           select id, 2, ?, 'system:tests', 'Ausgeschieden', ?, roles, partner_id, is_lead
           from person_rights where id = ?`,
          [tx.at, true, id],
        ),
      );
    expect(await tried(app(), 'carla@kreis.example', PASSWORD, desk(3))).toBe(REFUSED);
  });

  it('begins a new session each time, and ends the one that the browser has so far', async () => {
    await account(app(), 'dora');
    const sessions = app().get(Sessions);
    const first = await signedIn(app(), 'dora@kreis.example');
    const elsewhere = await signedIn(app(), 'dora@kreis.example');
    const second = await signedIn(app(), 'dora@kreis.example', first.id);
    expect(new Set([first.secret, elsewhere.secret, second.secret]).size).toBe(3);
    expect(await sessions.acting(first.secret)).toBeUndefined();
    expect(await sessions.acting(elsewhere.secret)).toBeDefined();
    expect(await sessions.acting(second.secret)).toBeDefined();
  });

  it('hashes a password anew at the next sign-in, once the cost has risen', async () => {
    const { id } = await account(app(), 'elsa');
    const { hash } = await import('@node-rs/argon2');
    const cheap = await hash(PASSWORD, { memoryCost: 4096, timeCost: 3, parallelism: 1 });
    await app()
      .get(UnitOfWork)
      .note((tx) => app().get(Credentials).keep(tx, id, cheap));
    await signedIn(app(), 'elsa@kreis.example');
    const where = { personId: id };
    const row = await app().reader.repository(CredentialRow).findOne({ where });
    expect(
      app()
        .get(PasswordHashing)
        .needsRehash(row?.passwordHash ?? ''),
    ).toBe(false);
    await signedIn(app(), 'elsa@kreis.example');
  });

  it('stores no password and no secret of a session', async () => {
    await account(app(), 'frieda');
    const { secret } = await signedIn(app(), 'frieda@kreis.example');
    const rows = [
      ...(await app().reader.all('select * from credential')),
      ...(await app().reader.all('select * from session')),
      ...(await app().reader.all('select * from attempt_limit')),
    ];
    const stored = JSON.stringify(rows);
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain('frieda@');
  });

  it('leads on to a second factor where one is due, without a session', async () => {
    const { id } = await account(app(), 'gerda', { roles: ['approver'] });
    const another = await app().another();
    another.get(SecondFactorStep).register({
      isDue: ({ roles }) => Promise.resolve(roles.includes('approver')),
      begin: (person) => Promise.resolve(`ticket of ${person.id}`),
    });
    const typed = { mail: 'gerda@kreis.example', password: PASSWORD };
    const answer = await another.get(SignInUseCase).execute(typed, desk(4));
    expect(answer).toEqual({ kind: 'second-factor', ticket: `ticket of ${id}` });
    const sessions = 'select id from session where person_id = ?';
    expect(await app().reader.all(sessions, [id])).toEqual([]);
  });
});
