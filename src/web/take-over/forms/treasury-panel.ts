import { cents } from '../../../domain/money/cents.js';
import type { TakenGroup } from '../../../take-over/take-over.queries.js';
import { cell, moneyCell, row } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';

/** "Abstimmung mit der Kasse", for each notice line and year of own funds. */
export function treasuryPanel(groups: readonly TakenGroup[]): FormPanel {
  return {
    title: 'Abstimmung mit der Kasse',
    tables: [
      {
        id: 'abstimmung',
        caption: 'Abstimmung mit der Kasse',
        columns: [
          { label: 'Wer bezahlt' },
          { label: 'Errechnet', numeric: true },
          { label: 'Kasse', numeric: true },
        ],
        rows: groups.map(({ notice, year, reconciliation }) => {
          const { computedCents, treasuryCents } = reconciliation;
          const isSame = computedCents === treasuryCents;
          const difference = cents(treasuryCents - computedCents);
          return row([
            cell(notice?.noticeLine ?? `Eigene Mittel ${year.toString()}`),
            moneyCell(computedCents),
            moneyCell(treasuryCents, {
              badge: isSame
                ? { tone: 'success', text: 'stimmt' }
                : { tone: 'danger', text: `Unterschied ${moneyCell(difference).text}` },
            }),
          ]);
        }),
        footer: [],
        phone: 'pairs',
      },
    ],
  };
}
