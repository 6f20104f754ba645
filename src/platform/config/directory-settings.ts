/** The office's own directory, for signing in by OpenID Connect. */
export interface DirectorySettings {
  /** `OIDC_ISSUER`, as `readIssuer` takes it. */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: the directory knows the book as a public client. */
  readonly clientSecret: string | undefined;
  /** The claim that names somebody's groups. */
  readonly groupsClaim: string;
}

/** The directory, and what the book makes of its groups. */
export interface OfficeDirectorySettings extends DirectorySettings {
  /** `OIDC_GROUPS` as it was written; the roles in it are read where they are known. */
  readonly groups: string;
}

/** How settings are read, and where their mistakes are told. */
interface Reading {
  readonly text: (name: string) => string | undefined;
  readonly set: <T>(name: string, read: (value: string) => T, fallback: T) => T;
  readonly problems: string[];
}

/** What the directory cannot do without, and why. */
const NEEDED: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'dorthin schickt das Verzeichnis zurück, wer sich angemeldet hat',
  OIDC_CLIENT_ID: 'unter diesem Namen kennt das Verzeichnis das Buch',
  OIDC_GROUPS: 'sonst bekäme niemand eine Rolle („gruppe=officer,leitung=approver“)',
};

/** Reads the settings of the directory: all that it needs, or none of them. */
export function readDirectory({
  text,
  set,
  problems,
}: Reading): OfficeDirectorySettings | undefined {
  const issuer = set<string | undefined>('OIDC_ISSUER', readIssuer, undefined);
  const [clientId, groups] = [text('OIDC_CLIENT_ID'), text('OIDC_GROUPS')];
  const clientSecret = text('OIDC_CLIENT_SECRET');
  const groupsClaim = text('OIDC_GROUPS_CLAIM');
  if (text('OIDC_ISSUER') === undefined) {
    if ((clientId ?? groups ?? clientSecret ?? groupsClaim) !== undefined) {
      problems.push('OIDC_ISSUER: fehlt; ohne die Adresse gibt es kein Verzeichnis');
    }
    return undefined;
  }
  const missing = Object.entries(NEEDED).filter(([name]) => text(name) === undefined);
  problems.push(...missing.map(([name, why]) => `${name}: fehlt; ${why}`));
  if (issuer === undefined || clientId === undefined || groups === undefined) return undefined;
  return { issuer, clientId, clientSecret, groupsClaim: groupsClaim ?? 'groups', groups };
}

/** Names of this machine itself: nobody else hears what is said there. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Reads the address of a directory: https, or http on this very machine.
 *
 * @throws RangeError in German
 */
export function readIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isBare =
    url?.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (url === undefined || !isBare || !(url.protocol === 'https:' || isOnThisMachine(text))) {
    throw new RangeError(
      'erwartet wird „https://anmeldung.kreis.de/…“, ohne Benutzer und ohne „?“',
    );
  }
  return text;
}

/** Whether the directory is asked without encryption: only where nothing leaves the machine. */
export function isOnThisMachine(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && LOOPBACK.test(hostname);
}
