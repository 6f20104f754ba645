import { randomUUID } from 'node:crypto';

/** What a form of a page sends. */
export type Posted = Readonly<Record<string, unknown>> | undefined;

/** A text of a form; '' if it was not sent. */
export function postedText(body: Posted, name: string): string {
  const value = body?.[name];
  return typeof value === 'string' ? value.trim() : '';
}

const KEY = /^[\w-]{8,64}$/;

/** The key that the page was given; a new one if somebody took it out. Sent twice, it counts once. */
export function postedKey(body: Posted): string {
  const key = postedText(body, 'schluessel');
  return KEY.test(key) ? key : randomUUID();
}
