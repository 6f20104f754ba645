import { OfficeDirectory } from '../../../src/identity/directory/office-directory.js';
import { oidcServer, type OidcServer, type OidcServerOptions } from '../../support/oidc-server.js';

/** Where the directory sends browsers back to. */
export const REDIRECT = 'http://127.0.0.1:3000/anmelden/verzeichnis';

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
export const GROUPS = {
  claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email', 'email_verified'] },
};

/** A provider with these people. */
export const start = (further: Partial<OidcServerOptions> = {}) =>
  oidcServer({ accounts: ACCOUNTS, redirectUrl: REDIRECT, configuration: GROUPS, ...further });

/** Who listens to what an operator is told. */
const silent = { warn: () => undefined };

/** The book's side of it. */
export const directoryOf = (
  server: Pick<OidcServer, 'issuer' | 'clientId' | 'clientSecret'>,
  logger: { readonly warn: (line: string) => unknown } = silent,
) => {
  const { issuer, clientId, clientSecret } = server;
  return new OfficeDirectory({ issuer, clientId, clientSecret, groupsClaim: 'groups' }, logger);
};
