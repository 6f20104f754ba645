import { strict as assert } from 'node:assert';
import { PeopleQueries } from '../../../src/identity/people/people.queries.js';
import { paths } from '../../../src/web/paths.js';
import { lacking, textOf, type Answer } from '../answers.js';
import type { WebApp } from '../web-app.js';

export const OFFICER = 'sachbearbeitung@kreis-unna.example';
export const CONTROLLER = 'controlling@kreis-unna.example';

export interface Shown extends Answer {
  readonly text: string;
  /** Where it leads to; '' if it is a page itself. */
  readonly to: string;
}

/** A browser as far as sessions need one: it keeps cookies, and sends what a form has. */
export class CookieBrowser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly book: WebApp) {}

  /** Presses the button of somebody of the example book on the sign-in page. */
  async signIn(mail: string, to = '/'): Promise<Shown> {
    const person = await this.book.app.get(PeopleQueries).byMail(mail);
    assert(person, `nobody has the address ${mail}`);
    const page = await this.get(paths.signIn(to));
    const form = formIn(page.body, `action="${paths.demoSignIn}"`);
    return this.post(paths.demoSignIn, { ...form, konto: person.id, weiter: to });
  }

  get(path: string, method = 'GET'): Promise<Shown> {
    return this.send(path, { method });
  }

  post(path: string, fields: Readonly<Record<string, string>>, headers = {}): Promise<Shown> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  async send(path: string, init: RequestInit): Promise<Shown> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { 'accept-encoding': 'identity', cookie, ...(init.headers as object) };
    const url = (await this.book.app.getUrl()) + path;
    const answer = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const body = await answer.text();
    assert.equal(lacking(body), undefined);
    const to = answer.headers.get('location') ?? '';
    return { status: answer.status, headers: answer.headers, body, text: textOf(body), to };
  }
}

/** The hidden fields of the first form of a page that has this in its tag. */
export function formIn(html: string, sign: string): Readonly<Record<string, string>> {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => text.includes(sign)) ?? '';
  assert(form, `no form with ${sign}`);
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')],
    ),
  );
}

/** Where a form of the page goes to, as its tag says. */
export function actionIn(html: string, sign: string): string {
  const tag = (html.match(/<form\b[^>]*>/g) ?? []).find((text) => text.includes(sign)) ?? '';
  return (/action="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');
}

/** The kept inputs that an answer leads to, at once or after signing in. */
export function keptAt({ to }: Shown): string {
  const url = new URL(to, 'http://hier.invalid');
  return url.searchParams.get('weiter') ?? url.pathname;
}
