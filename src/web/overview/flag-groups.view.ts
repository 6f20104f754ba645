import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import type { Flag, FlagCode, FlagSubject } from '../../positions/flags.queries.js';
import type { LinkView } from '../components/link.js';
import { flagMessages } from '../messages/flags.js';
import { paths } from '../paths.js';

/** All flags of one kind in one line; unfolded: each sentence once, with the things it is about. */
export interface FlagGroupView {
  readonly tone: 'danger' | 'warning';
  readonly toneName: string;
  readonly title: string;
  /** "9 Fälle", with the sum at stake where there is one. */
  readonly count: string;
  /** Of the rulebook: "R2". */
  readonly rules: readonly string[];
  readonly sentences: readonly { readonly text: string; readonly cases: readonly LinkView[] }[];
  /** "und 12 weitere"; '' if all are shown. */
  readonly more: string;
}

/** More cases of a kind are counted, not listed: the Übersicht stays one. */
const CASES_SHOWN = 12;

/** Flags by kind, in the order in which they come: red first. */
export function flagGroups(
  flags: readonly Flag[],
  link: (path: string) => string,
): readonly FlagGroupView[] {
  return [...grouped(flags, ({ code }) => code)].map(([code, cases]) => groupOf(code, cases, link));
}

function groupOf(
  code: FlagCode,
  flags: readonly Flag[],
  link: (path: string) => string,
): FlagGroupView {
  const { title, detail } = flagMessages[code];
  const isRed = flags.some(({ severity }) => severity === 'red');
  const shown = flags.slice(0, CASES_SHOWN);
  const rest = flags.length - shown.length;
  return {
    tone: isRed ? 'danger' : 'warning',
    toneName: isRed ? 'Dringend' : 'Hinweis',
    title,
    count: [countText(flags.length), ...stakeOf(flags)].join(' · '),
    rules: [...new Set(flags.map(({ rule }) => rule))],
    sentences: [...grouped(shown, ({ facts }) => detail(facts))].map(([text, cases]) => ({
      text,
      cases: cases.map(({ subject }) => ({
        label: subject.label,
        href: link(pathOf(subject) + (code === 'contracts.ordered-above' ? '#gebucht' : '')),
      })),
    })),
    more: rest > 0 ? `und ${rest} weitere` : '',
  };
}

function grouped<Key>(
  flags: readonly Flag[],
  keyOf: (flag: Flag) => Key,
): ReadonlyMap<Key, readonly Flag[]> {
  const groups = new Map<Key, Flag[]>();
  for (const flag of flags) {
    const key = keyOf(flag);
    const known = groups.get(key);
    if (known) known.push(flag);
    else groups.set(key, [flag]);
  }
  return groups;
}

function countText(count: number): string {
  return count === 1 ? '1\u00a0Fall' : `${count}\u00a0Fälle`;
}

/** The euros that the flags of a kind are about, where they name any. */
function stakeOf(flags: readonly Flag[]): readonly string[] {
  const sum = flags.reduce((total, { facts }) => {
    const amount = facts['measure'] === 'cents' ? facts['missing'] : facts['amountCents'];
    return amount === undefined ? total : total + BigInt(amount);
  }, 0n);
  return sum === 0n ? [] : [formatEuro(cents(sum))];
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
