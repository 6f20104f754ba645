import { countText } from '../book/words.js';
import { paths } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import type { FlagGroupView } from './flag-groups.view.js';
import type { OpenWork, WaitingVersion } from './open-work.js';

const CASES_SHOWN = 12;
export const HINT = { tone: 'warning', toneName: 'Hinweis', more: '' } as const;

/**
 * "Noch zu tun": what was begun and waits for somebody, the notices first.
 * @param link the same knowledge on another page
 */
export function openWorkGroups(
  { flows, versions, drafts, keys, countersigning }: OpenWork,
  link: (path: string) => string,
): readonly FlagGroupView[] {
  const isDraft = ({ state }: WaitingVersion): boolean => state === 'draft';
  return [
    ...countersigningGroup(countersigning),
    ...flowGroup(flows, link),
    ...versionGroup(
      'Fassung wartet auf Unterschrift',
      'Sie ist versandt und wirkt erst, wenn alle unterschrieben haben (§ 57 VwVfG NRW).',
      versions.filter((version) => !isDraft(version)),
      link,
    ),
    ...versionGroup(
      'Fassung ist noch Entwurf',
      'Sie steht im Buch, ist aber noch nicht versandt.',
      versions.filter(isDraft),
      link,
    ),
    ...keyGroup(keys),
    ...draftGroup(drafts),
  ];
}

function countersigningGroup(open: number): readonly FlagGroupView[] {
  if (open === 0) return [];
  return [
    {
      ...HINT,
      ...{ tone: 'danger', toneName: 'Dringend' },
      title: 'Von Hand gebucht und noch nicht gegengezeichnet',
      count: countText(open, 'Fall', 'Fälle'),
      rules: ['R31'],
      sentences: [
        {
          text: 'Zwei Personen der Anordnung stehen für das ein, was an den Vorgängen vorbei gebucht ist.',
          cases: [
            {
              label: areaName(paths.countersigning, 'Gegenzeichnen'),
              href: paths.countersigning,
            },
          ],
        },
      ],
      more: '',
    },
  ];
}

function flowGroup(
  flows: OpenWork['flows'],
  link: (path: string) => string,
): readonly FlagGroupView[] {
  if (flows.length === 0) return [];
  const isShort = flows.some(({ noticeLines }) =>
    noticeLines.some(({ now }) => now.shortages.length > 0),
  );
  return [
    {
      ...HINT,
      ...(isShort && { tone: 'danger', toneName: 'Dringend' }),
      title: 'Änderungsbescheid noch nicht weitergegeben',
      count: countText(flows.length, 'Bescheid', 'Bescheide'),
      rules: ['R10'],
      sentences: shown(flows).map((flow) => ({
        text: flowText(flow),
        cases: [{ label: flow.title, href: link(paths.flowDown(flow.notice)) }],
      })),
      more: moreText(flows.length),
    },
  ];
}

/** How many of the contracts have followed, and what else keeps the notice open. */
function flowText({ contracts, noticeLines }: OpenWork['flows'][number]): string {
  const open = contracts.filter(({ state }) => state === 'open' || state === 'obstructed').length;
  const under = contracts.filter(({ state }) => state === 'drafted' || state === 'sent').length;
  const short = noticeLines.filter(({ now }) => now.shortages.length > 0).length;
  const parts = [
    open > 0 && `${countText(open, 'Vertrag ist', 'Verträge sind')} noch zu ändern`,
    under > 0 && `${countText(under, 'Änderung ist', 'Änderungen sind')} entworfen oder versandt`,
    short > 0 && `bei ${countText(short, 'Zeile', 'Zeilen')} ist mehr verteilt als bewilligt`,
  ];
  const text = parts.filter((part) => part !== false).join('; ');
  return `${text.charAt(0).toLocaleUpperCase('de')}${text.slice(1)}.`;
}

function versionGroup(
  title: string,
  text: string,
  versions: readonly WaitingVersion[],
  link: (path: string) => string,
): readonly FlagGroupView[] {
  if (versions.length === 0) return [];
  const cases = shown(versions).map((version) => ({
    label: `${version.contractTitle}: ${version.title}`,
    href: link(`${paths.contract(version.contract)}?fassung=${version.number}`),
  }));
  return [
    {
      ...HINT,
      title,
      count: countText(versions.length, 'Fassung', 'Fassungen'),
      rules: ['R4'],
      sentences: [{ text, cases }],
      more: moreText(versions.length),
    },
  ];
}

function keyGroup(keys: OpenWork['keys']): readonly FlagGroupView[] {
  if (keys.length === 0) return [];
  const cases = keys.slice(0, CASES_SHOWN).map(({ id, purpose }) => ({
    ...{ label: purpose, href: paths.key(id) },
  }));
  return [
    {
      ...HINT,
      title: 'Fachverfahren wartet auf Zustimmung',
      count: countText(keys.length, 'Zugangsschlüssel', 'Zugangsschlüssel'),
      rules: ['R31'],
      sentences: [{ text: 'Der Schlüssel gilt erst, wenn die Anordnung zugestimmt hat.', cases }],
      more: moreText(keys.length),
    },
  ];
}

/** Forms that were begun. */
export function draftGroup(drafts: number): readonly FlagGroupView[] {
  if (drafts === 0) return [];
  return [
    {
      ...HINT,
      title: 'Begonnen und noch nicht eingetragen',
      count: countText(drafts, 'Entwurf', 'Entwürfe'),
      rules: [],
      sentences: [
        {
          text: 'Was in Formularen eingegeben und noch nicht ins Buch eingetragen ist.',
          cases: [{ label: 'Entwürfe ansehen', href: paths.drafts }],
        },
      ],
      more: '',
    },
  ];
}

/** The cases that the page names; the others are counted. */
export function shown<Case>(cases: readonly Case[]): readonly Case[] {
  return cases.slice(0, CASES_SHOWN);
}

export function moreText(count: number): string {
  return count > CASES_SHOWN ? `und ${count - CASES_SHOWN} weitere` : '';
}
