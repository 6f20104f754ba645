import { paths } from '../paths.js';

const STRICT = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** The reader of the API's description brings inline styles and pictures in data: URIs. */
const API_DOCS = `${STRICT}; style-src 'self' 'unsafe-inline'; img-src 'self' data:`;

/** What a page may load: our own files only, nothing inline. Looser below the API's description. */
export function contentSecurityPolicy(url: string): string {
  const path = url.split('?')[0] ?? '';
  return path === paths.apiDocs || path.startsWith(`${paths.apiDocs}/`) ? API_DOCS : STRICT;
}
