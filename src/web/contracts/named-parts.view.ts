import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractPart,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { FiledDocument } from '../../contracts/contract-documents.queries.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type { BookPage } from '../book/book-page.js';
import { cell, row, type CellView, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';

/** A filed part with its revision. */
export type Filed = Recorded<FiledDocument>;

interface Filing {
  readonly documents: readonly Filed[];
  readonly isToday: boolean;
}

/** What versions call their parts, and whether each is filed; to a partner: whether it has it. */
export function namedTable(
  page: BookPage,
  contract: ContractDefinition,
  versions: readonly ContractVersionDefinition[],
  filing: Filing,
): TableView {
  const { partner } = page.facts;
  return {
    id: filing.isToday ? 'genannt' : 'genannt-zuvor',
    caption: 'Was die Fassungen als Bestandteil nennen',
    columns: [
      { label: 'Bestandteil' },
      { label: 'Aktenzeichen' },
      { label: 'Datiert vom', nowrap: true },
      { label: 'Klausel', nowrap: true },
      { label: partner === undefined ? 'In der Ablage' : 'Bei Ihnen' },
    ],
    rows: versions.toReversed().flatMap((version) => versionRows(page, contract, version, filing)),
    footer: [],
  };
}

function versionRows(
  page: BookPage,
  contract: ContractDefinition,
  { title, parts }: ContractVersionDefinition,
  filing: Filing,
): readonly RowView[] {
  if (parts.length === 0) return [];
  const rows = parts.map((part) =>
    row([
      cell(part.title, { ...(part.note !== undefined && { sub: part.note }) }),
      cell(part.reference ?? ''),
      cell(part.datedOn === undefined ? '' : formatGermanDay(part.datedOn)),
      cell(part.clause),
      filedCell(page, contract, part, filing),
    ]),
  );
  return [row([cell(title)], 'group'), ...rows];
}

/** Whether a part is filed: under its title, or its file reference. */
function filedCell(
  { facts }: BookPage,
  { id }: ContractDefinition,
  part: ContractPart,
  { documents, isToday }: Filing,
): CellView {
  const found = documents.find(({ fact }) => isSame(fact, part));
  if (found !== undefined) {
    return {
      text: '',
      badge: { tone: 'success', text: found.fact.file ? 'abgelegt' : 'vermerkt' },
    };
  }
  if (facts.partner !== undefined) {
    return { text: '', badge: { tone: 'plain', text: 'nicht übergeben' } };
  }
  const given = new URLSearchParams({
    titel: part.title,
    ...(part.reference !== undefined && { aktenzeichen: part.reference }),
    ...(part.datedOn !== undefined && { datum: formatGermanDay(part.datedOn) }),
  });
  return {
    text: '',
    badge: { tone: 'warning', text: 'fehlt' },
    ...(isToday && {
      explain: { href: `${paths.documentFiling(id)}?${given.toString()}`, label: 'Ablegen' },
    }),
  };
}

function isSame({ title, reference }: FiledDocument, part: ContractPart): boolean {
  const plain = (text: string): string => text.trim().toLocaleLowerCase('de');
  if (reference !== undefined && part.reference !== undefined) {
    return plain(reference) === plain(part.reference);
  }
  return plain(title) === plain(part.title);
}
