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
