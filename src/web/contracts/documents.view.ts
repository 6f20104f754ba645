import type { FiledDocument } from '../../contracts/contract-documents.queries.js';
import { partiesOf } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type {
  ContractDefinition,
  ContractPart,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { recordedCell } from '../book/words.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { cell, row, type CellView, type RowView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { documentKindNames, sizeText } from './document.words.js';

type Filed = Recorded<FiledDocument>;

/** "Unterlagen" of a contract: what is filed, who has it since when, and what its versions name. */
export interface DocumentsView {
  readonly filing: LinkView | undefined;
  readonly note: NoteView;
  readonly filed: TableView;
  readonly named: TableView;
  /** The same of earlier versions, folded away. */
  readonly namedBefore: TableView;
}

export function documentsView(
  page: BookPage,
  contract: ContractDefinition,
  documents: readonly Filed[],
): DocumentsView {
  const isToday = page.asOf.knownOn === undefined;
  return {
    filing: isToday
      ? { href: paths.documentFiling(contract.id), label: 'Unterlage ablegen' }
      : undefined,
    note: {
      tone: '',
      texts: [
        'Was Bestandteil des Vertrags ist, muss jeder Partner in der Hand haben. Der Tag der Übergabe entscheidet im Streit, ab wann er davon wusste.',
      ],
    },
    filed: filedTable(page, contract, documents),
    named: namedTable(contract, contract.versions.slice(-1), documents, isToday),
    namedBefore: namedTable(contract, contract.versions.slice(0, -1), documents, false),
  };
}

function filedTable(
  page: BookPage,
  contract: ContractDefinition,
  documents: readonly Filed[],
): TableView {
  return {
    id: 'abgelegt',
    caption: 'Abgelegte Unterlagen',
    columns: [
      { label: 'Unterlage' },
      { label: 'Datiert vom', nowrap: true },
      { label: 'Datei' },
      { label: 'Übergeben' },
      { label: 'Erfasst' },
    ],
    rows: documents.map((document) => {
      const { fact } = document;
      const { title, kind, reference, datedOn } = fact;
      const sub = [documentKindNames[kind], ...(reference === undefined ? [] : [reference])];
      return row([
        cell(title, { sub: sub.join(' · ') }),
        cell(datedOn === undefined ? 'ohne Datum' : formatGermanDay(datedOn)),
        fileCell(fact),
        handedOverCell(page, contract, fact),
        recordedCell(page, document),
      ]);
    }),
    footer: [],
  };
}

function fileCell({ contract, id, file }: FiledDocument): CellView {
  if (file === undefined) return { text: '', badge: { tone: 'plain', text: 'nur vermerkt' } };
  return cell(file.name, { href: paths.documentFile(contract, id), sub: sizeText(file.size) });
}

/** Who has it, and who does not: that stands out. */
function handedOverCell(
  { names, asOf, facts }: BookPage,
  contract: ContractDefinition,
  { id, handedOver }: FiledDocument,
): CellView {
  const days = handedOver.map(
    ({ party, on }) => `${names.shortParty(party)} ${formatGermanDay(on)}`,
  );
  const parties = facts.partner === undefined ? partiesOf(contract) : [];
  const waiting = parties.filter((party) => !isWith(party, contract, handedOver));
  const without = waiting.map((party) => names.shortParty(party)).join(', ');
  return {
    text: days.join(', '),
    ...(waiting.length > 0 && { badge: { tone: 'warning', text: `fehlt: ${without}` } }),
    ...(asOf.knownOn === undefined && {
      explain: { href: paths.documentHandOver(contract.id, id), label: 'Übergabe eintragen' },
    }),
  };
}

/** Whoever forwards the money gave it: it has it anyway. */
function isWith(
  party: string,
  { forwardedBy }: ContractDefinition,
  handedOver: FiledDocument['handedOver'],
): boolean {
  return party === forwardedBy || handedOver.some((each) => each.party === party);
}

function namedTable(
  contract: ContractDefinition,
  versions: readonly ContractVersionDefinition[],
  documents: readonly Filed[],
  isToday: boolean,
): TableView {
  return {
    id: isToday ? 'genannt' : 'genannt-zuvor',
    caption: 'Was die Fassungen als Bestandteil nennen',
    columns: [
      { label: 'Bestandteil' },
      { label: 'Aktenzeichen' },
      { label: 'Datiert vom', nowrap: true },
      { label: 'Klausel', nowrap: true },
      { label: 'In der Ablage' },
    ],
    rows: versions
      .toReversed()
      .flatMap((version) => versionRows(contract, version, documents, isToday)),
    footer: [],
  };
}

function versionRows(
  contract: ContractDefinition,
  { title, parts }: ContractVersionDefinition,
  documents: readonly Filed[],
  isToday: boolean,
): readonly RowView[] {
  if (parts.length === 0) return [];
  const rows = parts.map((part) =>
    row([
      cell(part.title, { ...(part.note !== undefined && { sub: part.note }) }),
      cell(part.reference ?? ''),
      cell(part.datedOn === undefined ? '' : formatGermanDay(part.datedOn)),
      cell(part.clause),
      filedCell(contract, part, documents, isToday),
    ]),
  );
  return [row([cell(title)], 'group'), ...rows];
}

/** Whether a part is filed: under its title, or its file reference. */
function filedCell(
  { id }: ContractDefinition,
  part: ContractPart,
  documents: readonly Filed[],
  isToday: boolean,
): CellView {
  const found = documents.find(({ fact }) => isSame(fact, part));
  if (found !== undefined) {
    return {
      text: '',
      badge: { tone: 'success', text: found.fact.file ? 'abgelegt' : 'vermerkt' },
    };
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
