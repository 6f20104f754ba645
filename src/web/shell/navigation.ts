import { acting, type Acting } from '../../identity/identity.js';
import { paths } from '../paths.js';
import { areaName } from './area-names.js';

interface Area {
  readonly label: string;
  readonly href: string;
  readonly children?: readonly Area[];
}

const ACCESS = 'Zugang';

interface AreaGroup {
  readonly title: string;
  readonly areas: readonly Area[];
}

const AREAS: readonly AreaGroup[] = [
  {
    title: '',
    areas: [
      { label: 'Übersicht', href: paths.overview },
      { label: 'Entwürfe', href: paths.drafts },
    ],
  },
  {
    title: 'Förderung',
    areas: [
      { label: 'Bescheide', href: paths.notices },
      { label: 'Partner', href: paths.partners },
      { label: 'Verträge', href: paths.contracts },
      { label: 'Zeilen', href: paths.lines },
      { label: 'Stellen', href: paths.positions },
      { label: 'Besetzungen', href: paths.occupancies },
      { label: 'Ansprüche', href: paths.entitlements },
    ],
  },
  {
    title: 'Buchhaltung',
    areas: [
      { label: 'Buch', href: paths.journal },
      { label: 'Gegenzeichnen', href: paths.countersigning },
      { label: 'Konten', href: paths.accounts },
      { label: 'Abschlüsse', href: paths.closings },
      { label: 'Übernahme', href: paths.takeOvers },
    ],
  },
  {
    title: 'Prüfung',
    areas: [
      { label: 'Protokoll', href: paths.auditTrail },
      { label: 'Ausnahmen', href: paths.exceptions },
    ],
  },
  {
    title: 'Werkzeug',
    areas: [
      { label: 'Was wäre, wenn', href: paths.whatIf },
      {
        label: 'Rechner',
        href: paths.calculators,
        children: [
          { label: 'Anteil', href: paths.shareCalculator },
          { label: 'Frist', href: paths.deadlineCalculator },
          { label: 'Zins', href: paths.interestCalculator },
          { label: 'Aufteilung', href: paths.splitCalculator },
        ],
      },
      { label: 'Schnittstelle', href: paths.apiDocs },
    ],
  },
  {
    title: ACCESS,
    areas: [
      { label: 'Personen und Konten', href: paths.administration },
      { label: 'Zugangsschlüssel', href: paths.keys },
      { label: 'Vertretungen', href: paths.deputies },
      { label: 'Notzugang', href: paths.breakGlass },
      { label: 'Kolleginnen und Kollegen', href: paths.colleagues },
    ],
  },
];

/** An entry of the side navigation; `current` is the value of `aria-current`, '' if elsewhere. */
export interface NavigationItem {
  readonly label: string;
  readonly href: string;
  readonly current: '' | 'page' | 'true';
  readonly children: readonly NavigationItem[];
}

export interface NavigationGroup {
  readonly title: string;
  readonly items: readonly NavigationItem[];
}

/**
 * The side navigation as seen from a page.
 *
 * @param area the entry that the page belongs to.
 * @param isEntry whether the page is that entry itself; a detail page only belongs to it.
 * @param mayGo whether whoever asks may open an address; what they may not is not there.
 */
export function navigation(
  area: string,
  isEntry: boolean,
  mayGo: (href: string) => boolean,
): readonly NavigationGroup[] {
  const item = ({ label, href, children = [] }: Area): NavigationItem => ({
    label: areaName(href, label),
    href,
    current: href !== area ? '' : isEntry ? 'page' : 'true',
    children: children.filter(({ href: way }) => mayGo(way)).map(item),
  });
  return groupsFor(acting())
    .map(({ title, areas }) => ({
      title,
      items: areas.filter(({ href }) => mayGo(href)).map(item),
    }))
    .filter(({ items }) => items.length > 0);
}

/**
 * Administrators have people and keys to look after, and no book to overlook; the interface for programs
 * is nothing that a partner's people meet in their work.
 */
function groupsFor({ roles, partner }: Acting): readonly AreaGroup[] {
  if (roles.includes('administrator')) {
    const own = AREAS.filter(({ title }) => title !== '');
    return own.toSorted((a, b) => Number(b.title === ACCESS) - Number(a.title === ACCESS));
  }
  if (partner === undefined) return AREAS;
  return AREAS.map(({ title, areas }) => ({
    title: title === ACCESS ? 'Meine Organisation' : title,
    areas: areas.filter(({ href }) => href !== paths.apiDocs),
  }));
}

/** What stands at the foot of each page. */
export const FOOTER_LINKS: readonly { readonly label: string; readonly href: string }[] = [
  { label: 'Erklärung zur Barrierefreiheit', href: paths.accessibility },
  { label: 'Begriffe', href: paths.glossary },
  { label: 'Wer darf was', href: paths.rights },
  { label: 'Datenschutz', href: paths.privacy },
  { label: 'Impressum', href: paths.imprint },
];
