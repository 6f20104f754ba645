import { OfficeDirectory } from '../../../src/identity/directory/office-directory.js';
import { oidcServer, type DirectoryAccount, type OidcServer } from '../../support/oidc-server.js';

const REDIRECT = 'http://127.0.0.1:3000/anmelden/verzeichnis';

/** Somebody's way to a directory that knows one account ("anna") and back to the book. */
export async function signIn(
  comeBack: (server: OidcServer, url: string) => Promise<URL>,
  anna: DirectoryAccount,
): Promise<unknown> {
  const server = await oidcServer({ accounts: { anna }, redirectUrl: REDIRECT });
  try {
    const directory = new OfficeDirectory(
      { ...server, groupsClaim: 'groups' },
      { warn: () => undefined },
    );
    const { url, kept } = await directory.begin(REDIRECT);
    const { search } = await comeBack(server, url);
    return await directory.finish(search, kept);
  } finally {
    await server.stop();
  }
}
