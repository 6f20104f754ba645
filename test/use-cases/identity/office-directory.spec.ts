import {
  DirectoryAnswerIncomplete,
  DirectoryAnswerUnfit,
  DirectoryRefused,
} from '../../../src/identity/directory/directory.errors.js';
import {
  readGroupRoles,
  rolesOfGroups,
} from '../../../src/identity/directory/directory-roles.rules.js';
import type { OfficeDirectory } from '../../../src/identity/directory/office-directory.js';
import type { OidcServer } from '../../support/oidc-server.js';
import { directoryOf, REDIRECT, start } from './directories.js';

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
