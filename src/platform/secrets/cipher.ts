import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * "v1.<iv>.<tag>.<text>", each in base64url.
 *
 * @param owner whose secret it is, and what for; it opens for nobody else
 */
export function sealed(key: KeyObject, text: string, owner: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(owner));
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), hidden].map((part) => part.toString('base64url'));
  return [FORMAT, ...parts].join('.');
}

/** The text; undefined with another key, for another owner, or if a sign of it was changed. */
export function opened(key: KeyObject, text: string, owner: string): string | undefined {
  const [format, ...rest] = text.split('.');
  const [iv, tag, hidden, ...more] = rest.map((part) => Buffer.from(part, 'base64url'));
  if (format !== FORMAT || hidden === undefined || more.length > 0) return undefined;
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
