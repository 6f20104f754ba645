import type { Flag, FlagCode, FlagSubject } from '../../positions/flags.queries.js';
import type { LinkView } from '../components/link.js';
import { flagMessages } from '../messages/flags.js';
import { paths } from '../paths.js';

/** All flags of one kind: what it means, and the cases with a link each. */
export interface FlagGroupView {
  readonly tone: 'danger' | 'warning';
  readonly toneName: string;
  readonly title: string;
  /** "9 Fälle". */
  readonly count: string;
  /** The first things that it is about, in one line. */
  readonly names: string;
  /** What all cases have in common; '' where each says something of its own. */
  readonly meaning: string;
  readonly rule: string;
  readonly cases: readonly (LinkView & { readonly detail: string })[];
  /** "und 12 weitere"; '' if all are shown. */
  readonly more: string;
}

/** More cases of a kind are counted, not listed: the Übersicht stays one. */
const CASES_SHOWN = 12;
const NAMES_SHOWN = 2;

/** Flags by kind, in the order in which they come: red first. */
export function flagGroups(
  flags: readonly Flag[],
  link: (path: string) => string,
): readonly FlagGroupView[] {
  const byCode = new Map<FlagCode, Flag[]>();
  for (const flag of flags) {
    const known = byCode.get(flag.code);
    if (known) known.push(flag);
    else byCode.set(flag.code, [flag]);
  }
  return [...byCode].map(([code, cases]) => groupOf(code, cases, link));
}

function groupOf(
  code: FlagCode,
  flags: readonly Flag[],
  link: (path: string) => string,
): FlagGroupView {
  const { title, detail } = flagMessages[code];
  const details = flags.map(({ facts }) => detail(facts));
  const shared = new Set(details).size === 1;
  const isRed = flags.some(({ severity }) => severity === 'red');
  const rest = flags.length - CASES_SHOWN;
  return {
    tone: isRed ? 'danger' : 'warning',
    toneName: isRed ? 'Dringend' : 'Hinweis',
    title,
    count: countText(flags.length),
    names: namesOf(flags),
    meaning: shared ? (details[0] ?? '') : '',
    rule: [...new Set(flags.map(({ rule }) => rule))].join(', '),
    cases: flags.slice(0, CASES_SHOWN).map(({ subject }, index) => ({
      label: subject.label,
      href: link(pathOf(subject)),
      detail: shared ? '' : (details[index] ?? ''),
    })),
    more: rest > 0 ? `und ${rest} weitere` : '',
  };
}

function countText(count: number): string {
  return count === 1 ? '1\u00a0Fall' : `${count}\u00a0Fälle`;
}

function namesOf(flags: readonly Flag[]): string {
  const names = [...new Set(flags.map(({ subject }) => subject.label))];
  const shown = names.slice(0, NAMES_SHOWN).join(' · ');
  return names.length > NAMES_SHOWN ? `${shown}\u00a0…` : shown;
}

/** Where the thing can be looked at that a flag is about. */
export function pathOf({ kind, id, parent = id }: FlagSubject): string {
  switch (kind) {
    case 'notice':
    case 'notice-line':
      return paths.notice(parent);
    case 'contract':
    case 'line':
      return paths.contract(parent);
    case 'position':
      return paths.position(id);
    case 'person':
      return paths.positions;
  }
}
