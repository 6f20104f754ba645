import { AccountQueries } from '../../../src/identity/people/account.queries.js';
import { UnlockAccountUseCase } from '../../../src/identity/people/unlock-account.use-case.js';
import { WrongTokens } from '../../../src/identity/tokens/wrong-tokens.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { SignInUseCase } from '../../../src/identity/sign-in/sign-in.use-case.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { change, somebody } from '../../support/people.js';
import { account, desk, PASSWORD, tried } from './identity-world.js';

const REFUSED = 'identity.sign-in-refused';
const BLOCKED = 'identity.too-many-attempts';
const MINUTE_MS = 60_000;

const mailOf = (box: string) => `${box}@kreis.example`;

/** Lets the clock of an instance go on. */
function wait({ clock }: OpenedApp, milliseconds: number): void {
  clock.moveOn(milliseconds);
}

/** Guesses one after the other, with as much patience as is asked for. */
async function guessedPatiently(app: OpenedApp, box: string, times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let guess = 1; guess <= times; guess += 1) {
    answers.push(await tried(app, mailOf(box), `geraten ${guess}`, desk(guess)));
    wait(app, MINUTE_MS + 5000);
  }
  return answers;
}

appOnEachDatabase({ kind: 'empty' }, (app) => {
  it.each(['anna', 'niemand'])(
    'blocks an account after ten guesses for a quarter of an hour, whether it exists or not: %s',
    async (box) => {
      if (box === 'anna') await account(app(), box);
      const answers = await guessedPatiently(app(), box, 12);
      expect(answers).toEqual([...Array<string>(10).fill(REFUSED), BLOCKED, BLOCKED]);
      wait(app(), 15 * MINUTE_MS);
      const right = await tried(app(), mailOf(box), PASSWORD, desk(99));
      expect(right).toBe(box === 'anna' ? 'signed-in' : REFUSED);
    },
  );

  it('lets nobody in while the account is blocked, and tells until when', async () => {
    await account(app(), 'berta');
    await guessedPatiently(app(), 'berta', 9);
    await tried(app(), mailOf('berta'), 'falsch', desk(1));
    const typed = { mail: mailOf('berta'), password: PASSWORD };
    const until = new Date(Date.parse(app().clock.now()) + 15 * MINUTE_MS).toISOString();
    await expect(app().get(SignInUseCase).execute(typed, desk(2))).rejects.toMatchObject({
      ...{ code: BLOCKED, facts: { until } },
    });
  });

  it('leaves whoever is signed in where they are', async () => {
    await account(app(), 'carla');
    const typed = { mail: mailOf('carla'), password: PASSWORD };
    const answer = await app().get(SignInUseCase).execute(typed, desk(1));
    if (answer.kind !== 'signed-in') throw new Error(answer.kind);
    for (let guess = 1; guess <= 5; guess += 1) {
      await tried(app(), mailOf('carla'), `geraten ${guess}`, desk(7));
    }
    expect(await tried(app(), mailOf('carla'), PASSWORD, desk(1))).toBe(BLOCKED);
    expect(await app().get(Sessions).acting(answer.session.secret)).toBeDefined();
  });

  it('counts guesses in parallel one by one, over two instances', async () => {
    await account(app(), 'elsa');
    const instances = [app(), await app().another()];
    instances[1]?.clock.moveTo(app().clock.now());
    const guesses = Array.from({ length: 40 }, (_, guess) => {
      const instance = instances[guess % 2];
      if (instance === undefined) throw new Error('there are two');
      return tried(instance, mailOf('elsa'), `geraten ${guess}`, desk(10 + guess));
    });
    const answers = await Promise.all(guesses);
    // Three go freely; the fourth is looked at, too, and makes all others wait.
    expect(answers.filter((answer) => answer === REFUSED)).toHaveLength(4);
    expect(answers.filter((answer) => answer === BLOCKED)).toHaveLength(36);
  });

  it('blocks an address that tries one account after the other', async () => {
    const origin = { address: '2001:db8:7:1::1', browser: '' };
    const answers: string[] = [];
    for (let guess = 1; guess <= 51; guess += 1) {
      answers.push(await tried(app(), mailOf(`liste-${guess}`), 'Sommer2026!', origin));
    }
    expect(answers).toEqual([...Array<string>(50).fill(REFUSED), BLOCKED]);
    // Its neighbour in the same network is the same one; another network is not.
    const neighbour = { ...origin, address: '2001:db8:7:1:ffff::9' };
    expect(await tried(app(), mailOf('x'), 'x', neighbour)).toBe(BLOCKED);
    expect(await tried(app(), mailOf('x'), 'x', { ...origin, address: '2001:db8:7:2::1' })).toBe(
      REFUSED,
    );
  });

  it('forgets errors of typing with a right password', async () => {
    await account(app(), 'frieda');
    for (let day = 1; day <= 6; day += 1) {
      for (let guess = 1; guess <= 3; guess += 1) {
        expect(await tried(app(), mailOf('frieda'), 'vertippt', desk(50))).toBe(REFUSED);
      }
      expect(await tried(app(), mailOf('frieda'), PASSWORD, desk(50))).toBe('signed-in');
    }
  });

  it('counts keys of programs that are good for nothing over all instances', async () => {
    const other = await app().another();
    other.clock.moveTo(app().clock.now());
    const [here, there] = [app().get(WrongTokens), other.get(WrongTokens)];
    const from = '198.51.100.7';
    for (let wrong = 1; wrong <= 19; wrong += 1) await (wrong % 2 ? here : there).note(from);
    expect(await there.isBlocked(from)).toBe(false);
    await here.note(from);
    expect([await here.isBlocked(from), await there.isBlocked(from)]).toEqual([true, true]);
    expect(await there.isBlocked('198.51.100.8')).toBe(false);
    wait(other, MINUTE_MS);
    expect(await there.isBlocked(from)).toBe(false);
  });

  it('shows administrators who is locked since when, and lets them unlock', async () => {
    const { id } = await account(app(), 'doris');
    const lockOf = async () => (await app().get(AccountQueries).account(id)).lock;
    expect(await lockOf()).toBeUndefined();
    await guessedPatiently(app(), 'doris', 9);
    const since = app().clock.now();
    await tried(app(), mailOf('doris'), 'falsch', desk(1));
    const until = new Date(Date.parse(since) + 15 * MINUTE_MS).toISOString();
    expect(await lockOf()).toEqual({ since, until });
    const administrator = await somebody(app(), 'administrator');
    await app().get(UnlockAccountUseCase).execute(change(administrator, 'Rief an'), id);
    expect(await lockOf()).toBeUndefined();
    expect(await tried(app(), mailOf('doris'), PASSWORD, desk(1))).toBe('signed-in');
    const events = await app().reader.all<{ actor: string; reason: string }>(
      `select actor as "actor", reason as "reason" from audit_event
       where action = 'unlocked' and object_id = ?`,
      [id],
    );
    expect(events).toEqual([{ actor: administrator, reason: 'Rief an' }]);
  });
});
