import type { ContractChangeEntry } from '../../contracts/contracts.queries.js';
import { momentText } from '../messages/moment-text.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { knownThen } from '../book/history.view.js';
import { countText } from '../book/words.js';
import type { LinkView } from '../components/link.js';
import { cell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { versionBefore } from './contract-state.js';
import { historyValue, contractPlaceText } from './contract-history.words.js';

/** One change of a contract: who, when, why, and what became different. */
export interface ChangeView {
  readonly reason: string;
  /** "von Sabine Vogt am 20.11.2026 um 14:05 Uhr" */
  readonly mark: string;
  readonly text: string;
  /** The contract as it was known at the end of that day. */
  readonly then: LinkView;
  /** Where the change is seen as a whole. */
  readonly link: LinkView | undefined;
  /** Every value that became different; without rows where the text tells it all. */
  readonly table: TableView;
}

/** "Verlauf", newest first; what is older is folded away. */
export interface ContractHistoryView {
  readonly latest: readonly ChangeView[];
  readonly earlier: readonly ChangeView[];
}

const SHOWN = 5;

export function contractHistoryView(
  page: BookPage,
  contract: ContractDefinition,
  entries: readonly ContractChangeEntry[],
): ContractHistoryView {
  const views = entries.map((entry, index) => changeView(page, contract, entry, index));
  return { latest: views.slice(0, SHOWN), earlier: views.slice(SHOWN) };
}

function changeView(
  page: BookPage,
  contract: ContractDefinition,
  entry: ContractChangeEntry,
  index: number,
): ChangeView {
  const { recordedAt, recordedBy, reason, differences } = entry;
  const added = addedVersion(entry);
  const rows =
    added === undefined ? differences.filter(({ path }) => !NAMED_BY_KEY.test(path)) : [];
  return {
    reason,
    mark: `von ${page.people.after(recordedBy)} ${momentText(recordedAt)}`,
    text: textOf(contract, entry, added),
    then: knownThen(page, paths.contract(contract.id), entry),
    link: added === undefined ? undefined : comparisonLink(page, contract, added),
    table: {
      id: `verlauf-${index.toString()}`,
      caption: `Was sich mit „${reason}“ änderte`,
      columns: [{ label: 'Was' }, { label: 'Vorher' }, { label: 'Nachher' }],
      rows: rows.map(({ path, before, after }) => {
        const words = { contract, names: page.names };
        return row([
          cell(contractPlaceText(path, words)),
          cell(historyValue(path, before, words)),
          cell(historyValue(path, after, words)),
        ]);
      }),
      footer: [],
    },
  };
}

/** What the place of an entry tells already: whose signature, which item. */
const NAMED_BY_KEY = /(?:(?:signatures|handedOver)\[[^\]]*\]\.party|checklist\[[^\]]*\]\.item)$/;
const VERSION_NUMBER = /^versions\[(\d+)\]\.number$/;

/** The number of the version that came with a change. */
function addedVersion({ differences }: ContractChangeEntry): number | undefined {
  const added = differences.find(({ path, before }) => before === '' && VERSION_NUMBER.test(path));
  return added === undefined ? undefined : Number(added.after);
}

function removedVersion({ differences }: ContractChangeEntry): string | undefined {
  return differences.find(({ path, after }) => after === '' && VERSION_NUMBER.test(path))?.before;
}

function textOf(
  { versions }: ContractDefinition,
  entry: ContractChangeEntry,
  added: number | undefined,
): string {
  const { document, withdrawn, differences } = entry;
  const paper = document === undefined ? '' : `Unterlage „${document.title}“: `;
  if (withdrawn) return `${paper}zurückgenommen`;
  if (added !== undefined) {
    const title = versions.find(({ number }) => number === added)?.title;
    return title === undefined
      ? `Fassung ${added.toString()} entworfen, später verworfen`
      : `Neue Fassung „${title}“`;
  }
  const removed = removedVersion(entry);
  if (removed !== undefined) return `Entwurf der Fassung ${removed} verworfen`;
  if (differences.length === 0) return `${paper}neu eingetragen`;
  const changed = differences.filter(({ path }) => !NAMED_BY_KEY.test(path)).length;
  return paper + countText(changed, 'Angabe geändert', 'Angaben geändert');
}

function comparisonLink(
  { link }: BookPage,
  contract: ContractDefinition,
  number: number,
): LinkView | undefined {
  const isThere = contract.versions.some((version) => version.number === number);
  const before = versionBefore(contract, number);
  if (!isThere || before === undefined) return undefined;
  const href = link(paths.contractComparison(contract.id, before.number, number));
  return { href, label: 'Was sich geändert hat' };
}
