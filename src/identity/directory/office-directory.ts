import { strict as assert } from 'node:assert';
import { Logger, type LoggerService } from '@nestjs/common';
import type { ClientAuth, Configuration } from 'openid-client';
import {
  isOnThisMachine,
  type DirectorySettings,
} from '../../platform/config/directory-settings.js';
import { toldBy, lacks, type Claims, type DirectoryPerson } from './directory-claims.rules.js';
import { causeOf, refusalFor } from './directory-failure.rules.js';
import { DirectoryNotOffered, DirectoryUnreachable } from './directory.errors.js';

/** What the book keeps, on the server, while somebody signs in at the directory. */
export interface KeptSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the directory sends the person back to. */
  readonly redirectUrl: string;
}

/** Seconds that the directory has for each answer. */
const PATIENCE_S = 10;

/** Seconds by which the clocks of directory and book may differ. */
const CLOCKS_APART_S = 30;

/**
 * The office's directory: OpenID Connect, authorization code with PKCE. What it is able to do is asked
 * at first use and kept until the book starts anew; keys that it changes are asked for again.
 */
export class OfficeDirectory {
  private known: Promise<Configuration> | undefined;

  /** @param settings absent: nobody signs in this way */
  constructor(
    private readonly settings: DirectorySettings | undefined,
    private readonly logger: Pick<LoggerService, 'warn'> = new Logger(OfficeDirectory.name),
  ) {}

  /** Whether people may sign in this way. */
  get offered(): boolean {
    return this.settings !== undefined;
  }

  /**
   * The address to send the browser to, and what to keep until it comes back.
   *
   * @param redirectUrl the book's own address that the directory knows, without a query
   * @throws DirectoryNotOffered, DirectoryUnreachable
   */
  async begin(redirectUrl: string): Promise<{ readonly url: string; readonly kept: KeptSignIn }> {
    return this.asking(async (settings) => {
      const oidc = await import('openid-client');
      const directory = await this.directory(settings);
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const verifier = oidc.randomPKCECodeVerifier();
      const url = oidc.buildAuthorizationUrl(directory, {
        redirect_uri: redirectUrl,
        scope: scopeFor(settings.groupsClaim, directory),
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...{ state, nonce },
      });
      return { url: url.href, kept: { state, nonce, verifier, redirectUrl } };
    });
  }

  /**
   * Who came back. State, nonce, verifier, issuer, audience, signature and age are checked.
   *
   * @param query of the address that the browser came back to ("code=…&state=…")
   * @param kept by `begin` for this browser; good for one answer
   * @throws DirectoryNotOffered, DirectoryUnreachable, DirectoryRefused
   * @throws DirectoryAnswerUnfit, DirectoryAnswerIncomplete
   */
  async finish(query: string, kept: KeptSignIn): Promise<DirectoryPerson> {
    return this.asking(async (settings) => {
      const oidc = await import('openid-client');
      const directory = await this.directory(settings);
      const address = new URL(kept.redirectUrl);
      address.search = query;
      const tokens = await oidc.authorizationCodeGrant(directory, address, {
        pkceCodeVerifier: kept.verifier,
        expectedState: kept.state,
        expectedNonce: kept.nonce,
      });
      const claims = tokens.claims();
      assert(claims !== undefined, 'a sign-in with a nonce brings claims');
      const { sub: subject } = claims;
      const further = async (): Promise<Claims> =>
        oidc.fetchUserInfo(directory, tokens.access_token, subject);
      const isShort = lacks(claims, settings.groupsClaim) && hasUserInfo(directory);
      const all = isShort ? { ...claims, ...(await further()) } : claims;
      return toldBy(subject, all, settings.groupsClaim);
    });
  }

  private async asking<T>(ask: (settings: DirectorySettings) => Promise<T>): Promise<T> {
    if (this.settings === undefined) throw new DirectoryNotOffered({});
    try {
      return await ask(this.settings);
    } catch (error) {
      const refusal = refusalFor(error);
      if (refusal !== error)
        this.logger.warn(`nobody signed in at the directory: ${causeOf(error)}`);
      throw refusal;
    }
  }

  /** One that could not be reached is asked again. */
  private directory(settings: DirectorySettings): Promise<Configuration> {
    this.known ??= this.discover(settings).catch((error: unknown) => {
      this.known = undefined;
      this.logger.warn(`the directory cannot be discovered: ${causeOf(error)}`);
      throw new DirectoryUnreachable({});
    });
    return this.known;
  }

  private async discover(settings: DirectorySettings): Promise<Configuration> {
    const oidc = await import('openid-client');
    const { issuer, clientId } = settings;
    const metadata = { [oidc.clockTolerance]: CLOCKS_APART_S };
    // Without encryption only on this machine, as in tests: `readIssuer` takes no other.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const unencrypted = isOnThisMachine(issuer) ? [oidc.allowInsecureRequests] : [];
    const auth = await authentication(settings);
    return oidc.discovery(new URL(issuer), clientId, metadata, auth, {
      timeout: PATIENCE_S,
      execute: [oidc.enableNonRepudiationChecks, ...unencrypted],
    });
  }
}

/** How the book proves who it is: as the directory likes it, in the header if it does not say. */
async function authentication({ clientSecret }: DirectorySettings): Promise<ClientAuth> {
  const oidc = await import('openid-client');
  if (clientSecret === undefined) return oidc.None();
  const inHeader = oidc.ClientSecretBasic(clientSecret);
  const inBody = oidc.ClientSecretPost(clientSecret);
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const prove = ways.includes('client_secret_basic') ? inHeader : inBody;
    prove(server, ...request);
  };
}

/** Some directories tell the groups only to whoever asks for them; others refuse a scope unknown to them. */
function scopeFor(groupsClaim: string, directory: Configuration): string {
  const isScope = directory.serverMetadata().scopes_supported?.includes(groupsClaim) === true;
  return ['openid', 'profile', 'email', ...(isScope ? [groupsClaim] : [])].join(' ');
}

function hasUserInfo(directory: Configuration): boolean {
  return directory.serverMetadata().userinfo_endpoint !== undefined;
}
