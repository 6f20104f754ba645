import type { FiledDocument } from '../../contracts/contract-documents.queries.js';
import { partiesOf } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { recordedCell } from '../book/words.js';
import type { LinkView } from '../components/link.js';
import type { NoteView } from '../components/parts.js';
import { cell, row, type CellView, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { documentKindNames, sizeText } from './document.words.js';
import { namedTable, type Filed } from './named-parts.view.js';

/** "Unterlagen" of a contract: what is filed, who has it since when, and what its versions name. */
export interface DocumentsView {
  readonly filing: LinkView | undefined;
  readonly note: NoteView;
  readonly filedTitle: string;
  readonly filed: TableView;
  /** What stands in place of filed parts. */
  readonly nothing: string;
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
    ...wordsFor(page),
    filed: filedTable(page, contract, documents),
    named: namedTable(page, contract, contract.versions.slice(-1), { documents, isToday }),
    namedBefore: namedTable(page, contract, contract.versions.slice(0, -1), {
      documents,
      isToday: false,
    }),
  };
}

/** The office files; a partner sees what it was given. */
function wordsFor({ facts }: BookPage): Pick<DocumentsView, 'note' | 'filedTitle' | 'nothing'> {
  return facts.partner === undefined
    ? {
        note: note(
          'Was Bestandteil des Vertrags ist, muss jeder Partner in der Hand haben. Der Tag der Übergabe entscheidet im Streit, ab wann er davon wusste.',
        ),
        filedTitle: 'Abgelegt',
        nothing: 'Zu diesem Vertrag ist noch nichts abgelegt.',
      }
    : {
        note: note(
          'Was Bestandteil des Vertrags ist, muss Ihnen übergeben werden. Fehlt Ihnen etwas, sprechen Sie die Sachbearbeitung an.',
        ),
        filedTitle: 'Was Sie bekommen haben',
        nothing: 'Zu diesem Vertrag ist Ihnen noch nichts übergeben worden.',
      };
}

function note(text: string): NoteView {
  return { tone: '', texts: [text] };
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
