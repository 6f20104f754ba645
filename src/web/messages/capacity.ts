import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Facts } from '../../domain/errors/domain-error.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, fte } from '../../domain/proration/fte.js';
import type { Sentence } from './sentence.js';

/** Refusals of what may be used at most once. */
export const capacityMessages: Readonly<Record<string, Sentence>> = {
  'capacity.exceeded': {
    title: 'Mehr als bewilligt',
    detail: (facts) =>
      facts['holder'] === undefined
        ? 'Es würde mehr in Anspruch genommen, als bewilligt ist. Es wurde nichts gespeichert.'
        : exceeded(facts),
  },
};

function exceeded(facts: Facts): string {
  const amount = (name: string): string => formatted(facts['measure'], facts[name] ?? 0);
  const day = formatGermanDay(String(facts['day']) as PlainDate);
  return (
    `${String(facts['holderName'] ?? keyName(String(facts['holder'])))}: Am ${day} stehen ${amount('granted')} zur Verfügung. ` +
    `Andere nehmen davon ${amount('used')} in Anspruch; weitere ${amount('requested')} ` +
    'gehen darüber hinaus. Es wurde nichts gespeichert.'
  );
}

function formatted(measure: Facts[string] | undefined, amount: Facts[string]): string {
  return measure === 'cents'
    ? formatEuro(cents(BigInt(amount)))
    : `${formatFte(fte(Number(amount)))} VzÄ`;
}

const HOLDERS: Readonly<Record<string, string>> = {
  'notice-line': 'Bescheidzeile',
  'allocation-line': 'Zuweisungszeile',
  position: 'Stelle',
  person: 'Person',
};

/** Where nobody looked its name up: what kind of thing it is, and its key. */
function keyName(holder: string): string {
  const [kind = '', ...id] = holder.split(':');
  return `${HOLDERS[kind] ?? kind} „${id.join(':')}“`;
}
