import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DirectoryAnswerIncomplete,
  DirectoryAnswerUnfit,
  DirectoryNotOffered,
  DirectoryRefused,
  DirectoryUnreachable,
} from '../../../src/identity/directory/directory.errors.js';
import {
  readGroupRoles,
  rolesOfGroups,
} from '../../../src/identity/directory/directory-roles.rules.js';
import { OfficeDirectory } from '../../../src/identity/directory/office-directory.js';
import { oidcServer, type OidcServer, type OidcServerOptions } from '../../support/oidc-server.js';

const REDIRECT = 'http://127.0.0.1:3000/anmelden/verzeichnis';

const ANNA = { name: 'Anna Ćosić', email: 'anna@kreis.example', email_verified: true };

const ACCOUNTS = {
  anna: { ...ANNA, groups: ['foerderung', 'alle'] },
  leitung: { ...ANNA, groups: 'leitung' },
  neu: ANNA,
  namenlos: { email: 'x@kreis.example' },
  postlos: { name: 'Ohne Post' },
  fremdpost: { ...ANNA, email_verified: false },
} as const;

/** Groups come with the profile. */
const GROUPS = {
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
};

const start = (further: Partial<OidcServerOptions> = {}) =>
  oidcServer({ accounts: ACCOUNTS, redirectUrl: REDIRECT, configuration: GROUPS, ...further });

/** Who listens to what an operator is told. */
const silent = { warn: () => undefined };

const directoryOf = (
  server: Pick<OidcServer, 'issuer' | 'clientId' | 'clientSecret'>,
  logger: { readonly warn: (line: string) => unknown } = silent,
) => {
  const { issuer, clientId, clientSecret } = server;
  return new OfficeDirectory({ issuer, clientId, clientSecret, groupsClaim: 'groups' }, logger);
};

describe('signing in at the directory of the office', () => {
  let server: OidcServer;
  let directory: OfficeDirectory;

  beforeAll(async () => {
    server = await start();
    directory = directoryOf(server);
  });
  afterAll(() => server.stop());

  const signIn = async (account: string) => {
    const { url, kept } = await directory.begin(REDIRECT);
    const { search } = await server.signIn(url, account);
    return { query: search, kept };
  };

  it('asks with a code, PKCE and secrets that are new each time', async () => {
    const [one, other] = [await directory.begin(REDIRECT), await directory.begin(REDIRECT)];
    const asked = Object.fromEntries(new URL(one.url).searchParams);
    expect(asked).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: REDIRECT },
      ...{ state: one.kept.state, nonce: one.kept.nonce, scope: 'openid profile email' },
    });
    expect(one.url).not.toContain(one.kept.verifier);
    const secrets = [one, other].flatMap(({ kept: { state, nonce, verifier } }) => [
      ...[state, nonce, verifier],
    ]);
    expect(new Set(secrets).size).toBe(6);
  });

  it('tells who came back, and their groups', async () => {
    const { query, kept } = await signIn('anna');
    const person = await directory.finish(query, kept);
    expect(person).toEqual({
      ...{ subject: 'anna', name: 'Anna Ćosić', mail: 'anna@kreis.example' },
      groups: ['foerderung', 'alle'],
    });
    expect(rolesOfGroups(person.groups, readGroupRoles('foerderung=officer'))).toEqual(['officer']);
  });

  it.each([
    ['leitung', ['leitung']],
    ['neu', []],
  ] as const)('takes one group or none as well: %s', async (account, groups) => {
    const { query, kept } = await signIn(account);
    expect(await directory.finish(query, kept)).toMatchObject({ groups });
  });

  it.each([
    ['namenlos', 'name'],
    ['postlos', 'mail'],
    ['fremdpost', 'mail'],
  ])('refuses %s, of whom the %s is not known', async (account, missing) => {
    const { query, kept } = await signIn(account);
    const refusal = new DirectoryAnswerIncomplete({ missing });
    await expect(directory.finish(query, kept)).rejects.toThrow(refusal);
  });

  it.each(['state', 'nonce', 'verifier'] as const)('refuses a wrong %s', async (secret) => {
    const { query, kept } = await signIn('anna');
    const { kept: another } = await directory.begin(REDIRECT);
    const answer = directory.finish(query, { ...kept, [secret]: another[secret] });
    await expect(answer).rejects.toThrow(DirectoryAnswerUnfit);
  });

  it("refuses somebody else's answer in one's own window", async () => {
    const [own, foreign] = [await signIn('anna'), await signIn('leitung')];
    await expect(directory.finish(foreign.query, own.kept)).rejects.toThrow(DirectoryAnswerUnfit);
    const code = new URLSearchParams(foreign.query).get('code') ?? '';
    const mixed = new URLSearchParams(own.query);
    mixed.set('code', code);
    const injected = directory.finish(mixed.toString(), own.kept);
    await expect(injected).rejects.toThrow(DirectoryAnswerUnfit);
  });

  it('refuses a code that was used', async () => {
    const { query, kept } = await signIn('anna');
    await directory.finish(query, kept);
    await expect(directory.finish(query, kept)).rejects.toThrow(DirectoryAnswerUnfit);
  });

  it("refuses another directory's answer", async () => {
    const { query, kept } = await signIn('anna');
    const mixed = new URLSearchParams(query);
    mixed.set('iss', 'https://anmeldung.example');
    await expect(directory.finish(mixed.toString(), kept)).rejects.toThrow(DirectoryAnswerUnfit);
  });

  it.each(['', 'code=', 'state=%00', 'code=a&code=b', 'error=', '%'])(
    'refuses what no directory sends: "%s"',
    async (query) => {
      const { kept } = await directory.begin(REDIRECT);
      await expect(directory.finish(query, kept)).rejects.toThrow(DirectoryAnswerUnfit);
    },
  );

  it.each(['', 'code=', 'code=geraten', 'code=a&code=b'])(
    'refuses what no directory sends, though it knows the state: "%s"',
    async (query) => {
      const { kept } = await directory.begin(REDIRECT);
      const iss = encodeURIComponent(server.issuer);
      const answer = directory.finish(`${query}&state=${kept.state}&iss=${iss}`, kept);
      await expect(answer).rejects.toThrow(DirectoryAnswerUnfit);
    },
  );

  it('says that somebody gave up there', async () => {
    const { url, kept } = await directory.begin(REDIRECT);
    const { search } = await server.giveUp(url);
    const refusal = new DirectoryRefused({ reason: 'access_denied' });
    await expect(directory.finish(search, kept)).rejects.toThrow(refusal);
  });

  it('tells the operator why, and no secret', async () => {
    const lines: string[] = [];
    const telling = directoryOf(server, { warn: (line) => lines.push(line) });
    const { query, kept } = await signIn('anna');
    await telling.finish(query, { ...kept, verifier: 'x'.repeat(43) }).catch(() => undefined);
    await telling.finish('error=%3Cscript%3E', kept).catch(() => undefined);
    expect(lines).toEqual([
      'nobody signed in at the directory: ResponseBodyError OAUTH_RESPONSE_BODY_ERROR invalid_grant',
      'nobody signed in at the directory: ClientError OAUTH_INVALID_RESPONSE',
    ]);
  });

  it('says that the book itself is not known there', async () => {
    const { query, kept } = await signIn('anna');
    const wrong = directoryOf({ ...server, clientSecret: 'falsch' });
    const refusal = new DirectoryRefused({ reason: 'invalid_client' });
    await expect(wrong.finish(query, kept)).rejects.toThrow(refusal);
  });
});

describe('tokens of the directory', () => {
  const signedInWhere = async (further: Partial<OidcServerOptions>) => {
    const server = await start(further);
    try {
      const directory = directoryOf(server);
      const { url, kept } = await directory.begin(REDIRECT);
      const { search } = await server.signIn(url, 'anna');
      return await directory.finish(search, kept);
    } finally {
      await server.stop();
    }
  };

  it('are refused once they are older than the clocks may differ', async () => {
    const late = signedInWhere({ tokensEndIn: -40 });
    await expect(late).rejects.toThrow(DirectoryAnswerUnfit);
  });

  it('are taken as long as the clocks may differ', async () => {
    expect(await signedInWhere({ tokensEndIn: -5 })).toMatchObject({ subject: 'anna' });
  });

  it('may hold all that is asked, so that nothing further is', async () => {
    const configuration = { ...GROUPS, conformIdTokenClaims: false };
    const features = { userinfo: { enabled: false } };
    const told = await signedInWhere({ configuration: { ...configuration, features } });
    expect(told).toMatchObject({ name: 'Anna Ćosić', groups: ['foerderung', 'alle'] });
  });

  it('are asked for with the scope of the groups, where there is one', async () => {
    const claims = { openid: ['sub'], profile: ['name'], email: ['email'], groups: ['groups'] };
    const told = await signedInWhere({ configuration: { claims } });
    expect(told.groups).toEqual(['foerderung', 'alle']);
  });

  it('are taken from a directory that wants the secret in the form', async () => {
    const ways = { clientAuthMethods: ['client_secret_post' as const] };
    const told = signedInWhere({
      configuration: { ...GROUPS, ...ways },
      client: { token_endpoint_auth_method: 'client_secret_post' },
    });
    expect(await told).toMatchObject({ subject: 'anna' });
  });
});

describe('a directory', () => {
  it('is not asked where none is set', async () => {
    const directory = new OfficeDirectory(undefined);
    expect(directory.offered).toBe(false);
    await expect(directory.begin(REDIRECT)).rejects.toThrow(DirectoryNotOffered);
  });

  it('that does not answer is told so, and asked again the next time', async () => {
    const gone = await start();
    await gone.stop();
    const directory = directoryOf(gone);
    expect(directory.offered).toBe(true);
    await expect(directory.begin(REDIRECT)).rejects.toThrow(DirectoryUnreachable);

    const back = await start({ port: Number(new URL(gone.issuer).port) });
    expect((await directory.begin(REDIRECT)).url).toContain(back.issuer);
    await back.stop();
  });

  it('that breaks off while somebody signs in is told so', async () => {
    const server = await start();
    const directory = directoryOf(server);
    const { url, kept } = await directory.begin(REDIRECT);
    const { search } = await server.signIn(url, 'anna');
    await server.stop();
    await expect(directory.finish(search, kept)).rejects.toThrow(DirectoryUnreachable);
  });

  it.each([
    [200, 'text/html', '<h1>Willkommen</h1>'],
    [200, 'application/json', '{"issuer":'],
    [200, 'application/json', '{"issuer":"https://anmeldung.example"}'],
    [500, 'application/json', '{}'],
  ])('that is none is told so: %d %s %s', async (status, type, body) => {
    const server = createServer((_, answer) => {
      answer.writeHead(status, { 'content-type': type }).end(body);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    const directory = directoryOf({ issuer, clientId: 'buch', clientSecret: 'geheim' });
    await expect(directory.begin(REDIRECT)).rejects.toThrow(DirectoryUnreachable);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
});
