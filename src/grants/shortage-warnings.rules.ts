import type { HolderShortage } from '../capacity/capacity.js';
import { formatGermanDay } from '../domain/calendar/plain-date.js';
import { formatEuro } from '../domain/money/amount-text.js';
import { cents } from '../domain/money/cents.js';
import { formatFte, fte } from '../domain/proration/fte.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';

/** What a cut leaves short on a line, at the figure that makes it so (R1): recorded all the same. */
export function shortageWarnings(
  index: number,
  shortages: readonly HolderShortage[],
): readonly FactFinding[] {
  const line = `lines[${index.toString()}]`;
  return shortages.map(({ measure, period, granted, used }) => {
    const days = `Vom ${formatGermanDay(period.from)} bis ${formatGermanDay(period.to)}`;
    const say = (amount: bigint): string =>
      measure === 'fte' ? `${formatFte(fte(Number(amount)))} VzÄ` : formatEuro(cents(amount));
    const message =
      `${days} sind ${say(used)} vergeben, bewilligt sind dann ${say(granted)}. ` +
      'Bis die Verträge folgen, ist keine Erhöhung möglich (R1).';
    return {
      path: `${line}.${measure === 'fte' ? 'fte' : 'amount'}`,
      message,
      severity: 'warning',
    };
  });
}
