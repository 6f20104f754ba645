import { parsePlainDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { printableLine } from '../domain/text/printable-line.js';
import type { FileMark } from '../documents/documents.js';
import { present } from '../platform/database/present.js';
import type { ContractDocument } from './contract-document.entity.js';

export const DOCUMENT_KINDS = ['notice', 'anbest', 'concept', 'job-description', 'other'] as const;
/** What a part of a contract is: Bescheid, ANBest, Konzept, Stellenbeschreibung. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** When a part was handed over, and to whom. */
export interface HandOver {
  readonly on: PlainDate;
  /** Parties of the contract; at least one. */
  readonly to: readonly string[];
}

/** A party that has a part, and since when. */
export interface HandedOver {
  readonly party: string;
  readonly on: PlainDate;
}

/** "Vertragsbestandteil" as somebody files it. */
export interface ContractPaper {
  readonly title: string;
  readonly kind: DocumentKind;
  readonly reference?: string;
  readonly datedOn?: PlainDate;
}

/** A part of a contract as the book has it. */
export interface FiledDocument extends ContractPaper {
  readonly id: string;
  readonly contract: string;
  /** In the order of handing over; empty while nobody has it. */
  readonly handedOver: readonly HandedOver[];
  /** Absent: it is noted without a file. */
  readonly file?: FileMark & { readonly name: string };
}

export function toDocument(row: ContractDocument): FiledDocument {
  const { id, contractId, title, kind, reference, datedOn, handedOverTo: handedOver } = row;
  const { fileName, mediaType, sha256, size } = row;
  return {
    ...{ id, contract: contractId, title, kind, handedOver },
    ...present({ reference, datedOn }),
    ...(fileName !== null &&
      mediaType !== null &&
      sha256 !== null &&
      size !== null && { file: { name: fileName, mediaType, sha256, size } }),
  };
}

export function documentRow({
  id,
  contract,
  title,
  kind,
  reference,
  datedOn,
  handedOver,
  file,
}: FiledDocument) {
  return {
    ...{ id, contractId: contract, title, kind },
    reference: reference ?? null,
    datedOn: datedOn ?? null,
    handedOverOn:
      handedOver
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null,
    handedOverTo: handedOver,
    fileName: file?.name ?? null,
    mediaType: file?.mediaType ?? null,
    sha256: file?.sha256 ?? null,
    size: file?.size ?? null,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a part from a form or JSON. @throws InvalidField */
export function readPaper(fields: Fields): ContractPaper {
  const told = textOf(fields['kind'], '/kind');
  const kind = DOCUMENT_KINDS.find((known) => known === told);
  if (kind === undefined) throw new InvalidField('choice', told, '/kind');
  const title = textOf(fields['title'], '/title');
  if (title === '') throw new InvalidField('required', '', '/title');
  const reference = textOf(fields['reference'], '/reference');
  const datedOn = textOf(fields['datedOn'], '/datedOn');
  return {
    ...{ title, kind },
    ...(reference !== '' && { reference }),
    ...(datedOn !== '' && { datedOn: parsePlainDate(datedOn, '/datedOn') }),
  };
}

/** Reads who got it at once, if the fields say so. @throws InvalidField */
export function readFirstHandOver(fields: Fields): HandOver | undefined {
  const isSaid = (fields['handedOverOn'] ?? fields['handedOverTo']) !== undefined;
  return isSaid ? readHandOver(fields) : undefined;
}

/** Who has a part after it was handed over once more; said again of a party it corrects the day. */
export function handedOverAfter(
  before: readonly HandedOver[],
  { on, to }: HandOver,
): readonly HandedOver[] {
  const others = before.filter(({ party }) => !to.includes(party));
  return [...others, ...to.map((party) => ({ party, on }))].toSorted((a, b) =>
    a.on === b.on ? 0 : a.on < b.on ? -1 : 1,
  );
}

/** @throws InvalidField */
export function readHandOver(fields: Fields): HandOver {
  const on = textOf(fields['handedOverOn'], '/handedOverOn');
  if (on === '') throw new InvalidField('required', '', '/handedOverOn');
  const to = [fields['handedOverTo']]
    .flat()
    .map((party) => textOf(party, '/handedOverTo'))
    .filter((party) => party !== '');
  if (to.length === 0) throw new InvalidField('required', '', '/handedOverTo');
  return { on: parsePlainDate(on, '/handedOverOn'), to: [...new Set(to)] };
}

/** @throws InvalidField at the pointer: no text, or none that prints */
function textOf(value: unknown, pointer: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new InvalidField('text', '', pointer);
  const line = printableLine(value);
  if (line === undefined) throw new InvalidField('text-unfit', '', pointer);
  return line;
}
