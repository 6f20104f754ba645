import {
  synopsis,
  type ClauseComparison,
  type TextPart,
} from '../../contracts/contracts.queries.js';
import type { ContractVersionDefinition } from '../../programmes/definitions/definition.js';
import type { BadgeView } from '../components/badge.js';

/** One Absatz in both versions; a side without it is empty. */
export interface ParagraphPairView {
  readonly before: readonly TextPart[];
  readonly after: readonly TextPart[];
}

/** A clause whose text differs, both versions beside each other. */
export interface ClausePairView {
  readonly id: string;
  readonly number: string;
  readonly before: readonly TextPart[];
  readonly after: readonly TextPart[];
  readonly badge: BadgeView;
  readonly paragraphs: readonly ParagraphPairView[];
}

/** "Synopse": the text of two versions, clause by clause. */
export interface SynopsisView {
  readonly titles: readonly [before: string, after: string];
  readonly clauses: readonly ClausePairView[];
  /** "Unverändert: § 1 Kooperationszweck, …"; '' if there is none. */
  readonly same: string;
  /** Why there is nothing to see; '' if there is. */
  readonly note: string;
}

const BADGES = {
  changed: { tone: 'info', text: 'geändert' },
  added: { tone: 'success', text: 'neu' },
  removed: { tone: 'warning', text: 'entfallen' },
  same: { tone: 'plain', text: 'unverändert' },
} as const satisfies Record<ClauseComparison['state'], BadgeView>;

export function synopsisView(
  before: ContractVersionDefinition,
  after: ContractVersionDefinition,
): SynopsisView {
  const without = [before, after].filter(({ clauses }) => clauses.length === 0);
  const compared = without.length > 0 ? [] : synopsis(before.clauses, after.clauses);
  const same = compared.filter(({ state }) => state === 'same');
  return {
    titles: [before.title, after.title],
    clauses: compared.filter(({ state }) => state !== 'same').map(pairView),
    same: same.length === 0 ? '' : `Unverändert: ${same.map(nameOf).join(', ')}.`,
    note: noteOf(without, compared),
  };
}

function noteOf(
  without: readonly ContractVersionDefinition[],
  compared: readonly ClauseComparison[],
): string {
  if (without.length > 0) {
    const titles = [...new Set(without.map(({ title }) => `„${title}“`))].join(' und ');
    return `Der Wortlaut von ${titles} liegt nicht vor; verglichen sind nur die Werte.`;
  }
  const changed = compared.some(({ state }) => state !== 'same');
  return changed ? '' : 'Der Wortlaut ist in beiden Fassungen derselbe.';
}

function nameOf({ number, heading }: ClauseComparison): string {
  return `${number} ${heading.map(({ text }) => text).join('')}`;
}

function pairView({ number, heading, state, paragraphs }: ClauseComparison): ClausePairView {
  return {
    id: `klausel-${number.replaceAll(/[^0-9a-z]/gi, '')}`,
    number,
    ...sidesOf(heading),
    badge: BADGES[state],
    paragraphs: paragraphs.map(sidesOf),
  };
}

function sidesOf(parts: readonly TextPart[]): ParagraphPairView {
  return {
    before: parts.filter(({ kind }) => kind !== 'added'),
    after: parts.filter(({ kind }) => kind !== 'removed'),
  };
}
