import type { Facts } from '../../domain/errors/domain-error.js';
import type { BookFacts, GrantedLine } from '../../positions/book.queries.js';

type Known = Pick<BookFacts, 'noticeLines' | 'lines' | 'partners' | 'positions'>;

/**
 * The facts of a refusal, with the name that people know beside the key of whose VzÄ or euros would not
 * suffice (R1, R9): `holderName`. What the book does not know keeps its key.
 */
export function withHolderName(facts: Facts, known: Known): Facts {
  const holder = facts['holder'];
  const name = typeof holder === 'string' ? holderName(holder, known) : undefined;
  return name === undefined ? facts : { ...facts, holderName: name };
}

/** "KIM Baustein II, Förderjahr 2025"; a notice whose title names no year gets that of the line. */
export function grantName({ notice, line }: GrantedLine): string {
  const year = line.year.toString();
  return notice.title.includes(year) ? notice.title : `${notice.title}, ${year}`;
}

function holderName(holder: string, known: Known): string | undefined {
  const [kind = '', ...parts] = holder.split(':');
  const id = parts.join(':');
  if (kind === 'notice-line') {
    const granted = known.noticeLines.get(id);
    return granted && `Bescheid „${grantName(granted)}“`;
  }
  if (kind === 'allocation-line') {
    const line = known.lines.get(id)?.line;
    return (
      line &&
      `Zeile „${line.title}“ (${known.partners.get(line.partner)?.shortName ?? line.partner})`
    );
  }
  const position = known.positions.find((each) => kind === 'position' && each.id === id);
  return position && `Stelle ${position.label}, ${position.title}`;
}
