import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { Ledger } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../../support/entries.js';
import type { OpenedBook } from '../../../support/opened-book.js';

const LINE = {
  ...{ programme: 'kim', component: 'kim-2', contract: 'kim-cities', partner: 'luenen' },
  ...{ allocationLine: 'luenen-kim-2', budgetYear: 2025 },
};
const OTHER = { ...LINE, contract: 'kim-awo', partner: 'awo', allocationLine: 'awo-kim-2' };

/** What no program may take for something else than text. */
export const ODD_TEXTS = [
  '=HYPERLINK("http://x"); "Nord" | Süd',
  "'Anführung, mit Komma und [2025-01-01]",
  '+49 2303; date:2020-01-01, type:X',
  '-5 Prozent (Kürzung) * !',
  'Ein Satz mit „Anführungszeichen“ und 日本語 😀',
];

/**
 * Entries of all sorts: off the balance sheet, with and without dimensions, taken back, in several
 * months, with odd texts, and more than a page of the chain.
 */
export async function enterSamples(app: OpenedBook, many = 40): Promise<void> {
  const ledger = app.get(Ledger);
  await app.get(UnitOfWork).run(async (tx) => {
    const odd = ODD_TEXTS.map((text) =>
      anEntry({ cash: '12,34', unallocated: '-12,34' }, { text }),
    );
    const plain = Array.from({ length: many }, (_, index) =>
      anEntry(
        {
          ...{ advances: `${index + 1},05`, 'in-transit': `-${index + 1},05` },
          ...{ 'commitments-contra': `${index + 1},05`, commitments: `-${index + 1},05` },
        },
        {
          dimensions: index % 2 === 0 ? LINE : OTHER,
          on: `2025-${String((index % 12) + 1).padStart(2, '0')}-15`,
          text: `Auszahlung ${index + 1}`,
          subject: `document:Beleg ${index + 1}`,
        },
      ),
    );
    const [first] = await ledger.appendAll(tx, [...odd, ...plain]);
    await ledger.reverse(tx, {
      entry: first ?? '',
      effectiveOn: parsePlainDate('2025-06-30'),
      text: 'Doppelt gebucht',
      actors: { entered: 'system:test' },
      commandKey: 'test-reversal',
    });
  });
}
