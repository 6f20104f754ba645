import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import type { NoticeEvent } from './notice-postings.rules.js';

/** What the journal says of an entry that rests on a notice, in German: it is stored. */
export function noticeEntryText(
  { title, reference, amends }: NoticeDefinition,
  event: NoticeEvent,
  kind: 'notice' | 'notice-cut',
): string {
  const named = reference === undefined ? `„${title}“` : `„${title}“ (${reference})`;
  if (event === 'corrected') return `Bescheid ${named} berichtigt`;
  if (event === 'withdrawn') return `Bescheid ${named} zurückgenommen`;
  if (kind === 'notice-cut') return `Gekürzt durch Bescheid ${named}`;
  return `${amends === undefined ? 'Bewilligt' : 'Mehr bewilligt'} durch Bescheid ${named}`;
}
