import { formatEuro } from '../../../domain/money/amount-text.js';
import { cents } from '../../../domain/money/cents.js';
import type { TakenGroup } from '../../../take-over/take-over.queries.js';
import type { MetaView } from '../../components/parts.js';
import { moneyCell } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';

/**
 * "Abstimmung mit der Kasse", for each notice line and year of own funds.
 * @param nameOf a notice line as people call it: "KIM II, 2025"
 */
export function treasuryPanel(
  groups: readonly TakenGroup[],
  nameOf: (noticeLine: string) => string,
): FormPanel {
  return {
    title: 'Abstimmung mit der Kasse',
    facts: groups.map(({ notice, year, reconciliation }): MetaView => {
      const { computedCents, treasuryCents } = reconciliation;
      const difference = cents(treasuryCents - computedCents);
      return {
        label:
          notice === undefined ? `Eigene Mittel, ${year.toString()}` : nameOf(notice.noticeLine),
        value: moneyCell(computedCents, {
          sub: `errechnet; die Kasse nennt ${formatEuro(treasuryCents)}`,
          badge:
            difference === 0n
              ? { tone: 'success', text: 'stimmt' }
              : { tone: 'danger', text: `Unterschied ${formatEuro(difference)}` },
        }),
      };
    }),
  };
}
