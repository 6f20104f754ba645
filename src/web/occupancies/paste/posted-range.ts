import { createHash, randomUUID } from 'node:crypto';
import { correctedRange, ORDER, type CellCorrection } from '../../../positions/positions.js';

/** What the pages of a pasted range send. */
export interface PostedRange {
  /** The range, with what was put right in single cells. */
  readonly text: string;
  readonly reason: string;
  /** The key that makes sending twice harmless. */
  readonly key: string;
}

const CELL = /^zelle\.(\d{1,6})\.(\w{1,20})$/;
const KEY = /^[\w-]{8,64}$/;

/** The name of the field that stands in a cell: "zelle.3.to". */
export function cellName(row: number, column: string): string {
  return `zelle.${row}.${column}`;
}

/** Names a range, whatever a browser makes of its line ends. */
export function rangeMark(text: string): string {
  return createHash('sha256')
    .update(text.replaceAll(/\r\n?/g, '\n').trimEnd())
    .digest('hex')
    .slice(0, 16);
}

/** Cells count for the range that they were shown with: whoever changes the range itself means that. */
export function readPostedRange(fields: Readonly<Record<string, unknown>>): PostedRange {
  const key = textOf(fields['schluessel']).trim();
  const text = textOf(fields['bereich']);
  const isAsShown = textOf(fields['gezeigt']) === rangeMark(text);
  const corrections = isAsShown ? Object.entries(fields).flatMap(correctionOf) : [];
  return {
    text: correctedRange(text, corrections),
    reason: textOf(fields['grund']).trim(),
    key: KEY.test(key) ? key : randomUUID(),
  };
}

function correctionOf([name, value]: readonly [string, unknown]): readonly CellCorrection[] {
  const [, row, wanted] = CELL.exec(name) ?? [];
  const column = ORDER.find((known) => known === wanted);
  if (row === undefined || column === undefined) return [];
  return [{ row: Number(row), column, text: textOf(value).trim() }];
}

function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
