import { randomUUID } from 'node:crypto';
import { statedBy } from '../../identity/identity.js';
import type { FactChange } from '../../platform/database/fact-change.js';

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

const REVISION = /^\d{1,9}$/;

/** The change that a page asks for: its key, and the revision that it showed. */
export function postedChange(body: Posted, reason: string): FactChange {
  const seen = postedText(body, 'stand');
  const shown = REVISION.test(seen) ? Number(seen) : undefined;
  return statedBy({ key: postedKey(body), seen: shown }, reason);
}
