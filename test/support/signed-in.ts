const BUTTON = /name="konto" value="([0-9A-Z]{26})"/;
const TOKEN = /name="_token" value="([^"]+)"/;

/**
 * Signs in at a running service with a demo account, as a browser does with one click.
 *
 * @param name of the demo account
 * @returns the cookies to send with each request
 */
export async function signedIn(url: string, name = 'Sabine Vogt'): Promise<string> {
  const page = await fetch(`${url}/anmelden`);
  const form = (await page.text())
    .split('<form')
    .find((part) => part.includes('/anmelden/demo') && part.includes(name));
  const [account, token] = [BUTTON.exec(form ?? '')?.[1], TOKEN.exec(form ?? '')?.[1]];
  if (account === undefined || token === undefined) throw new Error(`no demo account of ${name}`);
  const answer = await fetch(`${url}/anmelden/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page) },
    body: new URLSearchParams({ konto: account, _token: token }),
  });
  return cookiesOf(answer);
}

function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}
