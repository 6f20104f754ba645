import { acting } from '../../identity/identity.js';
import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';

/** What partners' people call a list: what they do there, or what of it is theirs. */
const PARTNERS_WORDS: Readonly<Record<string, string>> = {
  [paths.contracts]: 'Meine Verträge',
  [paths.lines]: 'Meine Fördermittel',
  [paths.positions]: 'Stellen melden',
  [paths.occupancies]: 'Gemeldete Besetzungen',
  [paths.entitlements]: 'Meine Ansprüche',
};

/** The name of a list in the words of whoever looks: its heading, and its place in the navigation. */
export function areaName(href: string, ofOffice: string): string {
  const { partner, roles } = acting();
  if (partner !== undefined) return PARTNERS_WORDS[href] ?? ofOffice;
  const onlyLooks = href === paths.countersigning && !roles.includes('approver');
  return onlyLooks ? 'Offene Gegenzeichnungen' : ofOffice;
}

/** The first page of whoever asks; administrators have no book to overlook. */
export function startLink(): LinkView {
  return acting().roles.includes('administrator')
    ? { href: paths.administration, label: 'Zu Personen und Konten' }
    : { href: paths.overview, label: 'Zur Übersicht' };
}
