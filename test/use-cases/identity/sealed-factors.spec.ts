import { SetUpSecondFactorUseCase } from '../../../src/identity/second-factor/set-up-second-factor.use-case.js';
import { SealedFactors } from '../../../src/identity/second-factor/sealed-factors.js';
import { RemoveSecondFactorUseCase } from '../../../src/identity/second-factor/remove-second-factor.use-case.js';
import { SealedFactors2026112213101 } from '../../../src/identity/migrations/0091-sealed-factors.js';
import { openApp } from '../../../src/open-app.js';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { ConfigError } from '../../../src/platform/config/config-error.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { newSecretsKey } from '../../support/secrets-key.js';
import { addressText, ownDatabase } from '../../support/templates.js';
import type { TestBook } from '../../support/test-book.js';
import { codeOf, passed, ticketOf, withFactor } from './factor-world.js';
import { account } from './identity-world.js';

const WRONG_KEY = 'secrets.key-wrong';
const MINUTE_MS = 60_000;

/** A secret that an earlier version stored plain, in a table with narrower columns. */
const OLD = { id: '01JNB7X5W0000000000000OLD1', plain: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' };

interface Stored {
  readonly secret: string | null;
  readonly offered: string | null;
}

async function stored({ reader }: OpenedApp, id: string): Promise<Stored | undefined> {
  const [row] = await reader.all<Stored>(
    'select secret, offered_secret as "offered" from second_factor where person_id = ?',
    [id],
  );
  return row;
}

async function store(app: OpenedApp, id: string, secret: string): Promise<void> {
  await app.get(UnitOfWork).note(async (tx) => {
    await tx.run('update second_factor set secret = ? where person_id = ?', [secret, id]);
  });
}

async function storeOld({ writer }: TestBook): Promise<void> {
  await writer.query(
    `insert into second_factor (person_id, secret, confirmed_at, last_step, offered_secret, offered_at)
     values ('${OLD.id}', '${OLD.plain}', '2026-01-05T08:00:00.000Z', 7, '${OLD.plain}', '2026-01-06T08:00:00.000Z')`,
  );
  const runner = writer.createQueryRunner();
  await new SealedFactors2026112213101().up(runner);
  await runner.release();
}

appOnEachDatabase({ kind: 'empty', prepare: storeOld }, (app) => {
  const later = (instance = app()): string => {
    const now = new Date(Date.parse(app().clock.now()) + MINUTE_MS).toISOString();
    for (const { clock } of [app(), instance]) clock.moveTo(now);
    return now;
  };

  const onTheDoor = async (instance: OpenedApp): Promise<string> => {
    try {
      await instance.get(SealedFactors).ensureReadable();
      return 'open';
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems.join('\n');
    }
  };

  it('takes over what an earlier version stored plain', async () => {
    const row = await stored(app(), OLD.id);
    for (const text of [row?.secret, row?.offered]) expect(text).toMatch(/^v1(\.[\w-]+){3}$/);
    const { person, secret } = await withFactor(app(), 'olga');
    await store(app(), person.id, secret);
    const next = await app().another();
    expect((await stored(app(), person.id))?.secret).toMatch(/^v1\./);
    const code = codeOf(secret, later(next));
    expect(await passed(next, await ticketOf(next, 'olga@kreis.example'), code)).toBe('in');
  });

  it('stores no secret plain, neither offered nor in use', async () => {
    const { id } = await account(app(), 'paula');
    const settingUp = app().get(SetUpSecondFactorUseCase);
    await settingUp.begin(id, '');
    const offered = (await settingUp.offered(id)) ?? '';
    const { person, secret } = await withFactor(app(), 'petra');
    const all = await app().reader.all('select * from second_factor');
    expect(offered).toMatch(/^[A-Z2-7]{32}$/);
    for (const plain of [offered, secret, OLD.plain])
      expect(JSON.stringify(all)).not.toContain(plain);
    expect((await stored(app(), id))?.offered).toMatch(/^v1\./);
    expect((await stored(app(), person.id))?.secret).toMatch(/^v1\./);
  });

  it('opens no secret in the row of another person', async () => {
    const [one, other] = [await withFactor(app(), 'rosa'), await withFactor(app(), 'ruth')];
    const foreign = (await stored(app(), other.person.id))?.secret ?? '';
    await store(app(), one.person.id, foreign);
    const code = codeOf(other.secret, later());
    expect(await passed(app(), await ticketOf(app(), 'rosa@kreis.example'), code)).toBe(WRONG_KEY);
    expect(await onTheDoor(app())).toBe('open');
  });

  it('tells a wrong key from a wrong code; a recovery code needs none', async () => {
    const { secret, codes } = await withFactor(app(), 'sara');
    const strange = await app().another({ SECRETS_KEY: newSecretsKey() });
    const code = codeOf(secret, later(strange));
    const ticket = await ticketOf(strange, 'sara@kreis.example');
    expect(await passed(strange, ticket, code)).toBe(WRONG_KEY);
    expect(await passed(strange, ticket, codes[0] ?? '')).toBe('in');
    const again = await ticketOf(app(), 'sara@kreis.example');
    expect(await passed(app(), again, code)).toBe('in');
  });

  it('starts with its key only', async () => {
    expect(await onTheDoor(app())).toBe('open');
    const strange = await app().another({ SECRETS_KEY: newSecretsKey() });
    expect(await onTheDoor(strange)).toMatch(
      /^SECRETS_KEY: Der Schlüssel passt nicht zu diesem Buch; .* von \d+ Konten .*user link/,
    );
    const keyless = await app().another({ SECRETS_KEY: '' });
    expect(await onTheDoor(keyless)).toMatch(
      app().engine === 'sqlite'
        ? /^\/.*buch\.sqlite\.key: Der Schlüssel fehlt; mit ihm/
        : /^SECRETS_KEY: der Schlüssel für zweite Faktoren fehlt; /,
    );
  });

  it('goes on with a new key once the factors of the lost one were taken away', async () => {
    const strange = await app().another({ SECRETS_KEY: newSecretsKey() });
    const rows = await app().reader.all<{ id: string }>(
      'select person_id as "id" from second_factor where secret is not null',
    );
    for (const { id } of rows.filter((row) => row.id !== OLD.id)) {
      const change = { by: 'system:console', reason: 'Schlüssel verloren', key: `lost-${id}` };
      await strange.get(RemoveSecondFactorUseCase).execute(change, id);
    }
    expect(await onTheDoor(strange)).toMatch(/zweiten Faktoren von 1 Konten/);
    await strange.get(UnitOfWork).note(async (tx) => {
      const by = [tx.at, OLD.id];
      await tx.run(
        `update second_factor set removed_by = 'system:x', removed_at = ? where person_id = ?`,
        by,
      );
      await tx.run('delete from second_factor where person_id = ?', [OLD.id]);
    });
    expect(await onTheDoor(strange)).toBe('open');
    expect((await withFactor(strange, 'toni')).codes).toHaveLength(10);
  });
});

describe('a real book with PostgreSQL whose office demands second factors', () => {
  it('does not start without a key', async () => {
    const own = await ownDatabase('postgres', 'empty');
    const config = readConfig({ DATABASE_URL: addressText(own.address), SECOND_FACTOR: 'on' });
    await expect(openApp({ config })).rejects.toMatchObject({
      problems: [expect.stringMatching(/^SECRETS_KEY: der Schlüssel für zweite Faktoren fehlt; /)],
    });
    await own.remove();
  });
});
