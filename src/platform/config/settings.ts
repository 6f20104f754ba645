import { createSecretKey, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { BookKind } from './app-config.js';

/** Where the book lies: in a file of this machine, or with a PostgreSQL server. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

const ADDRESS_EXPECTED =
  'erwartet wird „sqlite:./data/buch.sqlite“ oder „postgres://benutzer@rechner:5432/buch“';

/** @throws RangeError in German; the address is repeated without its password. */
export function readDatabase(value: string): DatabaseAddress {
  const file = /^sqlite:(?:\/\/)?(.+)$/.exec(value)?.[1];
  if (file !== undefined) {
    if (file.includes(':memory:')) {
      throw new RangeError('ein Buch im Arbeitsspeicher geht nicht; ' + ADDRESS_EXPECTED);
    }
    return { kind: 'sqlite', file: resolve(file) };
  }
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new RangeError(`„${withoutPassword(value)}“ ist keine Adresse; ${ADDRESS_EXPECTED}`);
  }
  if (new URL(value).pathname.length < 2) {
    throw new RangeError(`der Name der Datenbank fehlt; ${ADDRESS_EXPECTED}`);
  }
  return { kind: 'postgres', url: value };
}

/** An address as it may be printed and logged. */
export function withoutPassword(address: string): string {
  return address.replace(/:[^:@/]*@/, ':***@');
}

export function readNumber(value: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new RangeError(`„${value}“ ist keine ganze Zahl von ${least} bis ${most}`);
  }
  return number;
}

export function readBook(value: string): BookKind {
  if (value !== 'example' && value !== 'empty') {
    throw new RangeError(`„${value}“ gibt es nicht; erwartet wird „example“ oder „empty“`);
  }
  return value;
}

/** `https://buch.kreis.de`, without a path: all addresses of the book lie below its root. */
export function readPublicUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new RangeError(`„${value}“ ist keine Adresse; erwartet wird „https://buch.kreis.de“`);
  }
  return url.origin;
}

/** Addresses and networks with commas between them: `10.0.0.7, 192.168.0.0/24`. */
export function readNetworks(value: string): readonly string[] {
  return value.split(',').map((part) => {
    const network = part.trim();
    const [address = '', bits, ...rest] = network.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isSized = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (isIP(address) === 0 || !isSized || rest.length > 0) {
      throw new RangeError(
        `„${network}“ ist keine Adresse; erwartet wird „10.0.0.7“ oder „10.0.0.0/8“`,
      );
    }
    return network;
  });
}

export function readSwitch(value: string): boolean {
  if (value !== 'on' && value !== 'off') {
    throw new RangeError(`„${value}“ gibt es nicht; erwartet wird „on“ oder „off“`);
  }
  return value === 'on';
}

export const SECRETS_KEY_BYTES = 32;

/** @throws RangeError in German, which does not repeat the key */
export function readSecretsKey(value: string): KeyObject {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== SECRETS_KEY_BYTES || bytes.toString('base64') !== value) {
    throw new RangeError(
      'das ist kein Schlüssel; erwartet werden 32 zufällige Bytes in Base64 („openssl rand -base64 32“)',
    );
  }
  return createSecretKey(bytes);
}

/** `smtp://…` or `smtps://…`, with user and password where the server asks for them. */
export function readMailServer(value: string): string {
  if (!/^smtps?:\/\//.test(value) || !URL.canParse(value) || new URL(value).hostname === '') {
    throw new RangeError(
      `„${withoutPassword(value)}“ ist keine Adresse; erwartet wird „smtp://benutzer@rechner:587“`,
    );
  }
  return value;
}

export function isMailAddress(value: string): boolean {
  return /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(value);
}

export function readMailAddress(value: string): string {
  if (!isMailAddress(value)) {
    throw new RangeError(`„${value}“ ist keine Mailadresse; erwartet wird „name@amt.de“`);
  }
  return value;
}

/** Addresses with commas between them. */
export function readMailAddresses(value: string): readonly string[] {
  return value.split(',').map((address) => readMailAddress(address.trim()));
}
