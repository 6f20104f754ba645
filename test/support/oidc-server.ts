import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import type { ClientMetadata, Configuration } from 'oidc-provider';

/** Somebody whom the directory knows: claims by their names in OpenID Connect. */
export type DirectoryAccount = Readonly<Record<string, unknown>>;

/** A real OpenID Connect provider on this machine. */
export interface OidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs somebody in as a browser would; the address that it is sent back to. */
  readonly signIn: (url: string, account: string) => Promise<URL>;
  /** Breaks off where the password is asked for; the address that the browser is sent back to. */
  readonly giveUp: (url: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

export interface OidcServerOptions {
  readonly accounts: Readonly<Record<string, DirectoryAccount>>;
  /** Where the directory sends browsers back to. */
  readonly redirectUrl: string;
  /** Further settings of the provider. */
  readonly configuration?: Configuration;
  /** Further facts of the book as client. */
  readonly client?: Partial<ClientMetadata>;
  /** Seconds from now to the end of each ID token; below 0: it has ended. */
  readonly tokensEndIn?: number;
  /** What it shows as its keys; absent: those that it signs with. */
  readonly shownKeys?: readonly object[];
  /** Absent: a free one. */
  readonly port?: number;
}

const CLIENT = { id: 'weiterleitungsbuch', secret: 'geheim-der-tests-mit-genug-zeichen' };

/** Starts a provider on a free port, with these accounts and their groups. */
export async function oidcServer(options: OidcServerOptions): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((ready) => {
    server.listen(options.port ?? 0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = await quietly(() => started(issuer, options));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (options.shownKeys === undefined || request.url !== '/jwks')
      return void answer(request, response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: options.shownKeys }));
  });
  return {
    ...{ issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    signIn: (url, account) => walk(url, issuer, { login: account, password: 'gleich' }),
    giveUp: (url) => walk(url, issuer, undefined),
    stop: () => stopped(server),
  };
}

async function started(
  issuer: string,
  { accounts, redirectUrl, configuration, client, tokensEndIn }: OidcServerOptions,
): Promise<Provider> {
  const { default: OidcProvider } = await import('oidc-provider');
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUrl] },
        ...client,
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_, id) => {
      const claims = accounts[id];
      return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    ...configuration,
  });
  if (tokensEndIn !== undefined) endTokensIn(provider, tokensEndIn);
  return provider;
}

/** The provider issues no token that has ended, so it is told the moment. */
function endTokensIn({ IdToken }: Provider, seconds: number): void {
  const issue = Reflect.get(IdToken.prototype, 'issue') as (use: object) => Promise<string>;
  Object.assign(IdToken.prototype, {
    issue(this: typeof IdToken.prototype, use: object) {
      const expiresAt = Math.floor(Date.now() / 1000) + seconds;
      return issue.call(this, { ...use, expiresAt });
    },
  });
}

/** The provider tells at its start that it is not meant for production, and of versions of Node. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { info, warn } = console;
  Object.assign(console, { info: () => undefined, warn: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { info, warn });
  }
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => {
      done();
    });
  });
}

/** Follows the provider's pages, with its cookies, until they lead away from it. */
async function walk(
  url: string,
  issuer: string,
  login: Readonly<Record<string, string>> | undefined,
): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: { readonly url: URL; readonly form?: URLSearchParams } = { url: new URL(url) };
  while (next.url.origin === issuer) {
    const answer = await ask(next.url, cookies, next.form);
    const location = answer.headers.get('location');
    const page = await answer.text();
    if (location !== null) next = { url: new URL(location, next.url) };
    else if (login === undefined) next = { url: new URL(`${next.url.href}/abort`) };
    else next = { url: next.url, form: filledIn(page, login) };
  }
  return next.url;
}

async function ask(
  url: URL,
  cookies: Map<string, string>,
  form: URLSearchParams | undefined,
): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(url, {
    method: form === undefined ? 'GET' : 'POST',
    headers: { cookie },
    redirect: 'manual',
    ...(form !== undefined && { body: form }),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

/** The form of the page that asks who somebody is, or of the one that asks whether that is fine. */
function filledIn(page: string, login: Readonly<Record<string, string>>): URLSearchParams {
  const prompt = /name="prompt" value="(login|consent)"/.exec(page)?.[1];
  if (prompt === undefined) throw new Error(`the directory shows an error: ${textOf(page)}`);
  return new URLSearchParams({ prompt, ...(prompt === 'login' && login) });
}

function textOf(page: string): string {
  const body = page.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ');
  return body.replace(/\s+/g, ' ').slice(0, 500);
}
