import { strict as assert } from 'node:assert';
import { ask, lacking, textOf, type Answer } from './answers.js';
import type { WebApp } from './web-app.js';

/** A page of a form as a test reads it. */
export interface FormPage extends Answer {
  /** What a person reads. */
  readonly text: string;
}

/** A walk through a form as a browser without JavaScript makes it. */
export interface FormWalk {
  /** The id of the draft. */
  readonly id: string;
  /** A page of the draft: "name", "name?fehler=1", "pruefen", "fertig". */
  show(page: string): Promise<FormPage>;
  /** Sends the page of a step with some of its fields filled in; @returns where it leads. */
  fill(step: string, fields: Fields, action?: string): Promise<string>;
  /** Sends what stands on a page: the answer itself, for pages that do not lead on. */
  send(page: string, fields: Fields): Promise<FormPage>;
  /** Presses "Eintragen"; @returns where it leads, or the page with what is wrong. */
  enter(reason: string): Promise<FormPage>;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Presses a button that opens a form. @param subject '' for something new */
export async function beginForm(
  app: WebApp,
  kind: string,
  { subject = '', ...options }: Readonly<Record<string, string>> = {},
): Promise<FormWalk> {
  const chosen = Object.entries(options).map(([name, text]) => [`o.${name}`, text] as const);
  const sent = { art: kind, fuer: subject, neu: '1', ...Object.fromEntries(chosen) };
  const answer = await post(app, '/entwuerfe', sent);
  const id = /^\/entwuerfe\/([0-9A-Z]{26})$/.exec(answer.headers.get('location') ?? '')?.[1];
  assert(id, `no draft was begun: ${answer.status}`);
  return walkIn(app, id);
}

/** Goes on with a draft, as somebody else may. */
export function walkIn(app: WebApp, id: string): FormWalk {
  const at = (page: string): string => `/entwuerfe/${id}/${page}`;
  const show = async (page: string): Promise<FormPage> => read(await ask(app, at(page)));
  const revision = async (page: string): Promise<string> =>
    /name="_revision" value="(\d+)"/.exec((await show(page)).body)?.[1] ?? '';
  const send = async (page: string, fields: Fields): Promise<FormPage> =>
    read(await post(app, at(page), fields));
  return {
    id,
    show,
    send,
    fill: async (step, fields, action = 'weiter') => {
      const known = { _revision: await revision(step), _aktion: action };
      const { status, headers } = await send(step, { ...known, ...fields });
      assert.equal(status, 303);
      return (headers.get('location') ?? '').replace(`/entwuerfe/${id}/`, '');
    },
    enter: async (reason) =>
      send('eintragen', { _revision: await revision('pruefen'), $reason: reason }),
  };
}

/** Sends a form of a page. */
export function post(app: WebApp, path: string, fields: Fields): Promise<Answer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const text of [value].flat()) body.append(name, text);
  }
  return ask(app, path, { method: 'POST', body });
}

function read(answer: Answer): FormPage {
  assert.equal(lacking(answer.body), undefined);
  return { ...answer, text: textOf(answer.body) };
}
