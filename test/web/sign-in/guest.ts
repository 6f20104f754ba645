import { ask, type Answer } from '../answers.js';
import type { WebApp } from '../web-app.js';

const TOKEN = /name="_token" value="([^"]+)"/;

/** A browser without scripts: it keeps cookies, and sends forms as the page gave them. */
export class Guest {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: WebApp,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  /** Sends a form of a page: with the token that the page carries, unless the fields bring one. */
  async post(path: string, fields: Readonly<Record<string, string>>, page = path): Promise<Answer> {
    const token = fields['_token'] ?? TOKEN.exec((await this.get(page)).body)?.[1] ?? '';
    const body = new URLSearchParams({ _token: token, ...fields });
    return this.send(path, { method: 'POST', body });
  }

  async signIn(mail: string, password: string, to = ''): Promise<Answer> {
    return this.post('/anmelden', { mail, passwort: password, weiter: to });
  }

  /** The token that the forms of a page carry. */
  async token(page: string): Promise<string> {
    return TOKEN.exec((await this.get(page)).body)?.[1] ?? '';
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  private async send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, cookie };
    const answer = await ask(this.app, path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
