import { ChangePasswordUseCase } from '../../../src/identity/account/change-password.use-case.js';
import { OwnSessions } from '../../../src/identity/account/own-sessions.js';
import { ChangeSecondFactorUseCase } from '../../../src/identity/second-factor/change-second-factor.use-case.js';
import { PassSecondFactorUseCase } from '../../../src/identity/second-factor/pass-second-factor.use-case.js';
import { RemoveSecondFactorUseCase } from '../../../src/identity/second-factor/remove-second-factor.use-case.js';
import { SecondFactors } from '../../../src/identity/second-factor/second-factors.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { codeOf, passed, ticketOf, withFactor } from './factor-world.js';
import { account, desk, OTHER_PASSWORD, PASSWORD, tried } from './identity-world.js';

const WRONG = 'identity.second-factor-wrong';
const OVER = 'identity.sign-in-step-over';
const MINUTE_MS = 60_000;

appOnEachDatabase({ kind: 'empty' }, (app) => {
  const later = (minutes: number): string => {
    const { clock } = app();
    clock.moveOn(minutes * MINUTE_MS);
    return clock.now();
  };

  it('asks for a code after the password, and begins a session with it', async () => {
    const { secret, person } = await withFactor(app(), 'ada');
    const ticket = await ticketOf(app(), 'ada@kreis.example');
    const code = codeOf(secret, later(1));
    const { secret: session } = await app()
      .get(PassSecondFactorUseCase)
      .execute(ticket, code, desk(1));
    const who = await app().get(Sessions).acting(session);
    expect(who).toMatchObject({ ref: `person:${person.id}`, roles: ['officer'] });
  });

  it('takes no code for a password that was changed meanwhile', async () => {
    const { secret, person } = await withFactor(app(), 'alma');
    const ticket = await ticketOf(app(), 'alma@kreis.example');
    const change = { old: PASSWORD, wanted: OTHER_PASSWORD };
    await app().get(ChangePasswordUseCase).execute(person.id, change, undefined);
    expect(await passed(app(), ticket, codeOf(secret, later(1)))).toBe(OVER);
  });

  it('takes a code once, also of two at the same moment over two instances', async () => {
    const { secret } = await withFactor(app(), 'berta');
    const tickets = [
      await ticketOf(app(), 'berta@kreis.example'),
      await ticketOf(app(), 'berta@kreis.example'),
    ] as const;
    const other = await app().another();
    const now = later(1);
    other.clock.moveTo(now);
    const code = codeOf(secret, now);
    const both = await Promise.all([
      passed(app(), tickets[0], code),
      passed(other, tickets[1], code),
    ]);
    expect(both.toSorted()).toEqual([WRONG, 'in']);
  });

  it('takes a ticket once, for five minutes, and only a real one', async () => {
    const { secret, codes } = await withFactor(app(), 'carla');
    const ticket = await ticketOf(app(), 'carla@kreis.example');
    expect(await passed(app(), ticket, codeOf(secret, later(1)))).toBe('in');
    expect(await passed(app(), ticket, codes[0] ?? '')).toBe(OVER);
    const late = await ticketOf(app(), 'carla@kreis.example');
    expect(await passed(app(), late, codeOf(secret, later(6)))).toBe(OVER);
    expect(await passed(app(), 'nobody', codes[0] ?? '')).toBe(OVER);
  });

  it('takes each recovery code once', async () => {
    const { codes, person } = await withFactor(app(), 'dora');
    const [code = ''] = codes;
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')}`;
    expect(await passed(app(), await ticketOf(app(), 'dora@kreis.example'), typed)).toBe('in');
    expect(await passed(app(), await ticketOf(app(), 'dora@kreis.example'), code)).toBe(WRONG);
    expect(await app().get(SecondFactors).of(person.id)).toMatchObject({ codesLeft: 9 });
  });

  it('lets nobody guess codes', async () => {
    await withFactor(app(), 'elsa');
    const ticket = await ticketOf(app(), 'elsa@kreis.example');
    const answers = [];
    for (const code of ['000000', '111111', '222222', '333333', '444444']) {
      answers.push(await passed(app(), ticket, code));
    }
    expect(answers.at(-1)).toBe('identity.too-many-attempts');
  });

  it('ends the sessions of before when it is set up', async () => {
    const { person, before, session } = await withFactor(app(), 'frieda');
    expect(await app().get(Sessions).acting(before.secret)).toBeUndefined();
    expect(await app().get(Sessions).acting(session.secret)).toBeDefined();
    const open = await app().get(OwnSessions).of(person.id);
    expect(open.map(({ id }) => id)).toEqual([session.id]);
  });

  it('is switched off with the password only', async () => {
    const { person } = await withFactor(app(), 'hanna');
    const changing = app().get(ChangeSecondFactorUseCase);
    await expect(changing.switchOff(person.id, OTHER_PASSWORD, [])).rejects.toMatchObject({
      code: 'identity.password-wrong',
    });
    await changing.switchOff(person.id, PASSWORD, []);
    expect(await tried(app(), 'hanna@kreis.example', PASSWORD, desk(3))).toBe('signed-in');
  });

  it('renews recovery codes; those of before are good for nothing', async () => {
    const { person, codes } = await withFactor(app(), 'ida');
    const fresh = await app().get(ChangeSecondFactorUseCase).renewCodes(person.id, PASSWORD);
    const ticket = await ticketOf(app(), 'ida@kreis.example');
    expect(await passed(app(), ticket, codes[0] ?? '')).toBe(WRONG);
    expect(await passed(app(), ticket, fresh[0] ?? '')).toBe('in');
  });

  it('is taken away by an administrator, which signs the person out', async () => {
    const { person, session } = await withFactor(app(), 'jana');
    const change = { by: 'system:tests', reason: 'Telefon verloren', key: 'jana' };
    await app().get(RemoveSecondFactorUseCase).execute(change, person.id);
    expect(await app().get(Sessions).acting(session.secret)).toBeUndefined();
    expect(await tried(app(), 'jana@kreis.example', PASSWORD, desk(4))).toBe('signed-in');
    const own = { ...change, by: `person:${person.id}`, key: 'jana-own' };
    await expect(
      app().get(RemoveSecondFactorUseCase).execute(own, person.id),
    ).rejects.toMatchObject({ code: 'identity.own-rights' });
  });

  it('a changed password ends all sessions but the one at hand', async () => {
    const { id } = await account(app(), 'karla');
    const sessions = app().get(Sessions);
    const here = await sessions.open(id, 'password', desk(5));
    const there = await sessions.open(id, 'password', desk(6));
    const change = { old: PASSWORD, wanted: OTHER_PASSWORD };
    await app().get(ChangePasswordUseCase).execute(id, change, here.id);
    expect(await sessions.acting(here.secret)).toBeDefined();
    expect(await sessions.acting(there.secret)).toBeUndefined();
    expect(await tried(app(), 'karla@kreis.example', OTHER_PASSWORD, desk(5))).toBe('signed-in');
  });

  it('nobody ends the session of somebody else', async () => {
    const [one, other] = [await account(app(), 'lena'), await account(app(), 'mia')];
    const session = await app().get(Sessions).open(other.id, 'password', desk(7));
    const own = app().get(OwnSessions);
    await expect(own.end(one.id, session.id)).rejects.toMatchObject({
      code: 'identity.unknown-session',
    });
    await own.end(other.id, session.id);
    expect(await app().get(Sessions).acting(session.secret)).toBeUndefined();
    const rest = await app().get(Sessions).open(other.id, 'password', desk(7));
    await own.endAllOthers(other.id, undefined);
    const told = await app().reader.all<{ actor: string; part: string }>(
      `select actor as "actor", part_id as "part" from audit_event
       where action = 'session-ended' and object_id = ? order by id`,
      [other.id],
    );
    const actor = `person:${other.id}`;
    expect(told).toEqual([
      { actor, part: session.id },
      { actor, part: rest.id },
    ]);
  });
});
