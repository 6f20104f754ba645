import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DirectoryAnswerUnfit,
  DirectoryNotOffered,
  DirectoryUnreachable,
} from '../../../src/identity/directory/directory.errors.js';
import { OfficeDirectory } from '../../../src/identity/directory/office-directory.js';
import type { OidcServerOptions } from '../../support/oidc-server.js';
import { directoryOf, GROUPS, REDIRECT, start } from './directories.js';

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

  it('are refused if the keys that the directory shows did not sign them', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const foreign = { ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
    const forged = signedInWhere({ shownKeys: [foreign] });
    await expect(forged).rejects.toThrow(DirectoryAnswerUnfit);
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
