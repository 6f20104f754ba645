import type { Recorded } from '../../platform/database/recorded.js';
import type {
  ContractClause,
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { Flag } from '../../positions/flags.queries.js';
import type { ContractChangeEntry } from '../../contracts/contracts.queries.js';
import type { BookPage } from '../book/book-page.js';
import { flagsAbout } from '../book/flag-views.js';
import type { FlagView, MetaView, NoteView, TimelineEntryView } from '../components/parts.js';
import type { LinkView } from '../components/link.js';
import type { TableView } from '../components/table.js';
import { checklistView, type ChecklistView } from './checklist.view.js';
import { contractFacts, contractNotes } from './contract-facts.view.js';
import { contractHistoryView, type ContractHistoryView } from './contract-history.view.js';
import { versionBefore } from './contract-state.js';
import { linesTable } from './contract-lines.view.js';
import { partsTable, partnersTable, signaturesTable, termsTable } from './contract-tables.view.js';
import { behindSum, type Posted } from '../ledger/money-standings.js';
import { postedLines, type PostedLinesView } from '../ledger/posted-lines.view.js';
import { paths } from '../paths.js';
import { versionTimeline } from './version-timeline.view.js';
import { versionWay, type VersionWayView } from './version-way.view.js';

/** "Vertrag" in one of its versions. */
export interface ContractDetailView {
  readonly facts: readonly MetaView[];
  readonly notes: readonly NoteView[];
  /** Where the newest version stands; absent on a page of an earlier knowledge. */
  readonly way: VersionWayView | undefined;
  readonly timeline: readonly TimelineEntryView[];
  readonly versionTitle: string;
  readonly lines: TableView;
  readonly linesTitle: string;
  readonly linesHint: string;
  /** Absent while nothing is posted. */
  readonly posted: PostedLinesView | undefined;
  readonly partners: TableView;
  readonly terms: TableView;
  readonly checklist: ChecklistView;
  readonly parts: TableView;
  readonly signatures: TableView;
  /** What needs attention in the year. */
  readonly flags: readonly FlagView[];
  /** The text of the version; empty where none is at hand. */
  readonly clauses: readonly ContractClause[];
  readonly openItems: readonly string[];
  readonly sources: readonly string[];
  /** Ways to what belongs to the contract. */
  readonly links: readonly LinkView[];
  readonly documents: LinkView;
  readonly history: ContractHistoryView;
}

/** What the page shows beside the contract itself. */
export interface ContractDetailParts {
  readonly version: ContractVersionDefinition;
  readonly history: readonly ContractChangeEntry[];
  readonly posted: Posted;
}

export function contractDetailView(
  page: BookPage,
  contract: Recorded<ContractDefinition>,
  { version, history, posted }: ContractDetailParts,
): ContractDetailView {
  const { fact } = contract;
  const documents = page.link(paths.documents(fact.id));
  return {
    facts: contractFacts(page, contract, version),
    notes: contractNotes(page, fact, version),
    way: page.asOf.knownOn === undefined ? versionWay(fact, page.names) : undefined,
    timeline: versionTimeline(page, fact, version),
    versionTitle: version.title,
    lines: linesTable(page, fact, version),
    linesTitle: fact.direction === 'refund' ? 'Erstattung' : 'Zuweisung',
    linesHint: linesHint(fact, version),
    posted: postedLines(page, posted),
    partners: partnersTable(page, fact),
    terms: termsTable(version),
    checklist: checklistView(page, version),
    parts: partsTable(version),
    signatures: signaturesTable(page, fact, version),
    flags: flagsAbout(page.figures.flags, [fact.id], (flag) => entriesBehind(flag, posted)),
    clauses: version.clauses,
    openItems: version.openItems,
    sources: fact.sources,
    links: linksOf(page, fact, version, { documents, hasHistory: history.length > 0 }),
    documents: {
      href: documents,
      label:
        page.facts.partner === undefined
          ? 'Unterlagen ablegen, herunterladen und Übergabe eintragen'
          : 'Unterlagen, die Sie bekommen haben',
    },
    history: contractHistoryView(page, fact, history),
  };
}

/** What is ordered too much leads to its entries. */
function entriesBehind({ code, subject, facts }: Flag, { scope }: Posted): string {
  if (code !== 'contracts.ordered-above') return '';
  const narrowed = { zeile: subject.id, jahr: String(facts['year']) };
  return behindSum(scope, paths.account('commitments'), narrowed);
}

function linksOf(
  { link }: BookPage,
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  { documents, hasHistory }: { readonly documents: string; readonly hasHistory: boolean },
): readonly LinkView[] {
  const before = versionBefore(contract, version.number);
  return [
    { href: '#zuweisung', label: contract.direction === 'refund' ? 'Erstattung' : 'Zuweisung' },
    { href: documents, label: 'Unterlagen' },
    ...(before === undefined
      ? []
      : [
          {
            href: link(paths.contractComparison(contract.id, before.number, version.number)),
            label: 'Fassungen vergleichen',
          },
        ]),
    ...(hasHistory ? [{ href: '#verlauf', label: 'Verlauf' }] : []),
    ...(contract.termination === undefined
      ? []
      : [{ href: paths.terminationWithdrawal(contract.id), label: 'Kündigung zurücknehmen' }]),
  ];
}

/** How the amounts of the lines are to be read. */
function linesHint(
  { direction }: ContractDefinition,
  { lines }: ContractVersionDefinition,
): string {
  if (direction === 'refund') {
    return 'Hier zahlen die Kommunen an den Kreis. Die Beträge sind Höchstbeträge oder Erwartungen; abgerechnet wird jährlich nach den Ausgaben.';
  }
  return lines.some(({ fte }) => fte > 0)
    ? 'Der Höchstbetrag gilt für ein volles Kalenderjahr. Der Anspruch folgt der besetzten Zeit.'
    : 'Der Höchstbetrag gilt für ein volles Kalenderjahr. Der Anspruch zählt die vereinbarten Mengen zu ihren Festbeträgen; das Rechenblatt nennt beide.';
}
