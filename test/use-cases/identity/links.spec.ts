import { LinkMails } from '../../../src/identity/links/link-mails.js';
import { OneTimeLinks } from '../../../src/identity/links/one-time-links.js';
import type { LinkPurpose } from '../../../src/identity/links/one-time-link.entity.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { ChoosePasswordUseCase } from '../../../src/identity/sign-in/choose-password.use-case.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { account, desk, OTHER_PASSWORD, PASSWORD, tried } from './identity-world.js';

const OVER = 'identity.link-over';
const HOUR_MS = 3_600_000;

function issued(app: OpenedApp, personId: string, purpose: LinkPurpose) {
  const order = { personId, purpose, by: 'system:tests' };
  return app.get(UnitOfWork).run((tx) => app.get(OneTimeLinks).issue(tx, order));
}

/** "done", or the code of the refusal. */
async function chosen(app: OpenedApp, secret: string, password = OTHER_PASSWORD): Promise<string> {
  try {
    await app.get(ChoosePasswordUseCase).execute(secret, password);
    return 'done';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

function wait({ clock }: OpenedApp, milliseconds: number): void {
  clock.moveOn(milliseconds);
}

appOnEachDatabase({ kind: 'empty' }, (app) => {
  it('lets somebody who was invited choose a password, once', async () => {
    const { id } = await account(app(), 'anna', { password: null });
    const { secret, path } = await issued(app(), id, 'invitation');
    expect(path).toBe(`/einladung/${secret}`);
    expect(app().get(LinkMails).addressOf({ path })).toBe(`http://localhost:3000${path}`);
    const { purpose, person } = await app().get(ChoosePasswordUseCase).holder(secret);
    expect([purpose, person.id]).toEqual(['invitation', id]);
    expect(await chosen(app(), secret)).toBe('done');
    expect(await tried(app(), 'anna@kreis.example', OTHER_PASSWORD, desk(1))).toBe('signed-in');
    expect(await chosen(app(), secret)).toBe(OVER);
    expect(await chosen(app(), 'nie-vergeben')).toBe(OVER);
  });

  it('keeps the secret to whoever got it', async () => {
    const { id } = await account(app(), 'berta');
    const { secret } = await issued(app(), id, 'reset');
    const rows = [
      ...(await app().reader.all('select * from one_time_link')),
      ...(await app().reader.all('select * from audit_event')),
    ];
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('gives a link to one of two who come at once', async () => {
    const { id } = await account(app(), 'carla');
    const { secret } = await issued(app(), id, 'reset');
    const instances = [app(), await app().another()];
    const answers = await Promise.all(instances.map((instance) => chosen(instance, secret)));
    expect(answers.toSorted()).toEqual(['done', OVER]);
  });

  it('ends with a newer one of its kind, and with a password that was chosen', async () => {
    const { id } = await account(app(), 'dora');
    const invitation = await issued(app(), id, 'invitation');
    const older = await issued(app(), id, 'reset');
    const newer = await issued(app(), id, 'reset');
    expect(await chosen(app(), older.secret)).toBe(OVER);
    expect(await chosen(app(), newer.secret)).toBe('done');
    expect(await chosen(app(), invitation.secret)).toBe(OVER);
  });

  it('ends sessions and lifts a lock: who lost the account has it back', async () => {
    const { id, mail = '' } = await account(app(), 'elsa');
    const { secret: session } = await app().get(Sessions).open(id, 'password', desk(2));
    for (let guess = 1; guess <= 4; guess += 1) await tried(app(), mail, 'geraten', desk(3));
    expect(await tried(app(), mail, PASSWORD, desk(4))).toBe('identity.too-many-attempts');
    const { secret } = await issued(app(), id, 'reset');
    expect(await chosen(app(), secret)).toBe('done');
    expect(await app().get(Sessions).acting(session)).toBeUndefined();
    expect(await tried(app(), mail, PASSWORD, desk(4))).toBe('identity.sign-in-refused');
    expect(await tried(app(), mail, OTHER_PASSWORD, desk(4))).toBe('signed-in');
  });

  it('is not used up by a password that does not do', async () => {
    const { id } = await account(app(), 'frieda');
    const { secret } = await issued(app(), id, 'reset');
    expect(await chosen(app(), secret, 'kurz')).toBe('identity.password-too-short');
    expect(await chosen(app(), secret, 'frieda@kreis')).toBe('identity.password-too-common');
    expect(await chosen(app(), secret)).toBe('done');
  });

  it('is told in the audit trail, with what came of it', async () => {
    const { id } = await account(app(), 'gerda');
    const { secret } = await issued(app(), id, 'reset');
    await chosen(app(), secret);
    await tried(app(), 'gerda@kreis.example', 'vertippt', desk(5));
    const events = await app().reader.all<{ action: string; actor: string }>(
      'select action, actor from audit_event where object_id = ? order by id',
      [id],
    );
    expect(events.slice(-4)).toEqual([
      { action: 'link-made', actor: 'system:tests' },
      { action: 'link-used', actor: `person:${id}` },
      { action: 'password-changed', actor: `person:${id}` },
      { action: 'sign-in-failed', actor: 'system:nobody' },
    ]);
  });

  it('is good for a week as invitation, for an hour as reset', async () => {
    const { id } = await account(app(), 'hanna');
    const [week, hour] = [await issued(app(), id, 'invitation'), await issued(app(), id, 'reset')];
    wait(app(), HOUR_MS);
    expect(await chosen(app(), hour.secret)).toBe(OVER);
    wait(app(), (7 * 24 - 1) * HOUR_MS - 1);
    expect((await app().get(ChoosePasswordUseCase).holder(week.secret)).person.id).toBe(id);
    wait(app(), 1);
    expect(await chosen(app(), week.secret)).toBe(OVER);
  });
});
