import type { VacantLine } from '../../amendments/what-if.queries.js';
import type { FteMove } from '../../amendments/amendments.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { readDay, readFte } from '../forms/read.js';
import type { Pair } from '../lists/list-state.js';

/** A move as somebody types it, and what is wrong with each of its fields ('' if nothing). */
export interface TypedMove {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly fte: string;
  readonly errors: { readonly from: string; readonly to: string; readonly fte: string };
}

/** The question of the page, as its address tells it. */
export interface Question {
  /** The first day on which the VzÄ are somewhere else. */
  readonly day: PlainDate;
  readonly dayText: string;
  readonly dayError: string;
  /** Those with a filled field. */
  readonly moves: readonly TypedMove[];
  /** All moves; absent as long as something is missing or wrong, or nothing is asked. */
  readonly asked?: readonly FteMove[];
}

export const MOVES_MAX = 8;

/** @param usual the day if the address names none */
export function readQuestion(
  query: PageQuery,
  usual: PlainDate,
  vacant: (day: PlainDate) => readonly VacantLine[],
): Question {
  const text = queryText(query, 'ab');
  const read = text === '' ? ({ ok: true, value: usual } as const) : readDay(text);
  const day = read.ok ? read.value : usual;
  const lines = new Map(vacant(day).map((line) => [line.line, line]));
  const moves = Array.from({ length: MOVES_MAX }, (_, index) => index + 1)
    .map((number) => typedMove(query, number, lines))
    .filter(({ from, to, fte }) => from !== '' || to !== '' || fte !== '');
  const isRight =
    read.ok && moves.every(({ errors }) => Object.values(errors).every((error) => error === ''));
  const asked = isRight ? moves.flatMap((move) => toMove(move, day)) : [];
  return {
    day,
    dayText: read.ok ? formatGermanDay(day) : text,
    dayError: read.ok ? '' : read.error,
    moves,
    ...(asked.length > 0 && asked.length === moves.length && { asked }),
  };
}

/** The question as parameters of an address. */
export function pairsOf({ dayText, moves }: Pick<Question, 'dayText' | 'moves'>): readonly Pair[] {
  return [
    { name: 'ab', value: dayText },
    ...moves.flatMap(({ from, to, fte }, index) => [
      { name: `von${index + 1}`, value: from },
      { name: `nach${index + 1}`, value: to },
      { name: `vzae${index + 1}`, value: fte },
    ]),
  ];
}

function typedMove(
  query: PageQuery,
  number: number,
  lines: ReadonlyMap<string, VacantLine>,
): TypedMove {
  const from = queryText(query, `von${number}`);
  const to = queryText(query, `nach${number}`);
  const fte = queryText(query, `vzae${number}`);
  const giving = lines.get(from);
  return {
    ...{ number, from, to, fte },
    errors: {
      from: from === '' ? 'Wählen Sie eine Zeile.' : giving === undefined ? NOT_VACANT : '',
      to: toError(to, giving),
      fte: fteError(fte),
    },
  };
}

const NOT_VACANT = 'An diesem Tag ist auf der Zeile nichts unbesetzt. Wählen Sie eine andere.';

function toError(to: string, giving: VacantLine | undefined): string {
  if (to === '') return 'Wählen Sie, wohin die VzÄ gehen.';
  if (giving === undefined || giving.targets.includes(to)) return '';
  return 'Dorthin können diese VzÄ nicht. Wählen Sie eine Zeile desselben Bausteins und Bescheids.';
}

function fteError(text: string): string {
  if (text === '') return 'Geben Sie an, wie viele VzÄ.';
  const read = readFte(text);
  if (!read.ok) return read.error;
  return read.value > 0 ? '' : 'Es muss mehr als 0 sein.';
}

function toMove({ from, to, fte }: TypedMove, day: PlainDate): readonly FteMove[] {
  const read = readFte(fte);
  return read.ok ? [{ fromLine: from, toLine: to, fte: read.value, from: day }] : [];
}
