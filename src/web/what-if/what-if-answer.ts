import { NotMovable, NotVacant } from '../../amendments/amendments.errors.js';
import type { FteMove, WhatIf } from '../../amendments/what-if.queries.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { DomainError } from '../../domain/errors/domain-error.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import { notMovableTexts } from '../messages/amendments.js';
import type { Question, TypedMove } from './what-if-question.js';

/** Asks, if all is there to ask; what a rule says against a move stands at its field then. */
export async function answerTo(
  question: Question,
  ask: (moves: readonly FteMove[]) => Promise<WhatIf>,
): Promise<{ readonly question: Question; readonly picture?: WhatIf }> {
  if (question.asked === undefined) return { question };
  try {
    return { question, picture: await ask(question.asked) };
  } catch (error) {
    const marked = error instanceof DomainError ? withRefusal(question, error) : undefined;
    if (marked === undefined) throw error;
    return { question: marked };
  }
}

/** The question with what a rule says against it at the field that it is about; undefined: elsewhere. */
function withRefusal(question: Question, error: DomainError): Question | undefined {
  const { facts } = error;
  if (error instanceof NotVacant) {
    const [from, to] = [facts['from'], facts['to']].map((day) =>
      formatGermanDay(String(day) as PlainDate),
    );
    const [vacant, requested] = [facts['vacant'], facts['requested']].map((share) =>
      formatFte(fte(Number(share))),
    );
    const text = `Vom ${from ?? ''} bis ${to ?? ''} sind ${vacant ?? ''} VzÄ unbesetzt; gehen sollen ${requested ?? ''}.`;
    const last = question.moves.findLast((move) => move.from === facts['line']);
    return marked(question, (move) => move === last, { fte: text });
  }
  if (error instanceof NotMovable) {
    const text = notMovableTexts[String(facts['reason'])] ?? '';
    const isMeant = ({ from, to }: TypedMove): boolean =>
      from === facts['fromLine'] && to === facts['toLine'];
    return marked(question, isMeant, { to: text });
  }
  return undefined;
}

function marked(
  question: Question,
  isMeant: (move: TypedMove) => boolean,
  errors: Partial<TypedMove['errors']>,
): Question {
  const moves = question.moves.map((move) =>
    isMeant(move) ? { ...move, errors: { ...move.errors, ...errors } } : move,
  );
  return { ...question, moves };
}
