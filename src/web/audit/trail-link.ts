import type { LinkView } from '../components/link.js';
import { objectTrail } from './audit.view.js';

/** From the page of an object to all that the audit trail tells of it; gone for who may not read that. */
export function trailLink(kind: string, id: string): LinkView {
  return { href: objectTrail(kind, id), label: 'Was ist hier geschehen?' };
}
