import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import {
  Ledger,
  type AccountKey,
  type Dimensions,
  type EntryKind,
} from '../../../src/ledger/ledger.js';
import { VerifyBookUseCase } from '../../../src/ledger/verify-book.use-case.js';
import { FlagsQueries } from '../../../src/positions/flags.queries.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';

const verdict = async (app: OpenedApp, name: string) =>
  (await app.get(VerifyBookUseCase).execute()).find((each) => each.name === name);

const append = (
  app: OpenedApp,
  kind: EntryKind,
  sides: Partial<Record<AccountKey, string>>,
  dimensions: Dimensions,
) =>
  app.get(UnitOfWork).run((tx) => app.get(Ledger).append(tx, anEntry(sides, { kind, dimensions })));

describe('what notices grant', () => {
  const dimensions = {
    ...{ programme: 'kim', component: 'kim-2', budgetYear: 2023, noticeLine: 'kim-2-2023' },
  };
  appOnEachDatabase({ kind: 'example' }, (app) => {
    const check = () => verdict(app(), 'Bescheide und ihre Buchungen');

    it('is what was posted, in the example book', async () => {
      const { sound, proven } = (await check()) ?? {};
      expect([sound, proven]).toEqual([true, expect.stringMatching(/^\d+ Bescheidzeilen$/)]);
    });

    it('is told by line and year where it is not', async () => {
      await append(app(), 'notice', { 'land-claims': '1,00', earmarked: '-1,00' }, dimensions);
      expect((await check())?.broken).toEqual([
        {
          place: 'Bescheidzeile kim-2-2023, 2023',
          expected: '1.026.000,00\u00a0€ bewilligt',
          found: '1.026.001,00\u00a0€ gebucht',
        },
      ]);
    });
  });
});

describe('what contracts bind', () => {
  const dimensions = {
    ...{ programme: 'kim', component: 'kim-2', budgetYear: 2023, noticeLine: 'kim-2-2023' },
    ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
  };
  appOnEachDatabase({ kind: 'example' }, (app) => {
    const check = () => verdict(app(), 'Verträge und ihre Bindungen');
    const commit = (amount: string, contra: string) =>
      append(
        app(),
        'commitment',
        { commitments: amount, 'commitments-contra': contra },
        dimensions,
      );

    it('is what was posted, in the example book', async () => {
      const { sound, proven, notes } = (await check()) ?? {};
      expect([sound, proven, notes]).toEqual([true, expect.stringMatching(/^\d+ Bindungen$/), []]);
    });

    it('is told by line and year where it is not', async () => {
      await commit('7,00', '-7,00');
      expect((await check())?.broken).toEqual([
        {
          place: 'Vertragszeile luenen-kim-2, 2023',
          expected: '285.000,00\u00a0€ gebunden',
          found: '285.007,00\u00a0€ gebucht',
        },
      ]);
    });

    it('may be less than what was ordered: then its return is to be decided on', async () => {
      const all = { commitments: '-285.007,00', 'commitments-contra': '285.007,00' };
      await append(app(), 'adjustment', all, dimensions);
      const { sound, notes } = (await check()) ?? {};
      expect([sound, notes]).toEqual([
        true,
        [
          'Vertragszeile luenen-kim-2, 2023: 7,00\u00a0€ mehr angeordnet, als der Vertrag bindet ' +
            '(285.000,00\u00a0€); Rückforderung prüfen.',
        ],
      ]);
    });

    it('stands on the Übersicht of its year then, in red and with the three sums', async () => {
      const flags = async (year: number) => {
        const scope = { year, on: day(`${year}-12-31`) };
        const told = await app().get(FlagsQueries).flagsAbout(scope, 'kim-cities');
        return told.filter(({ code }) => code === 'contracts.ordered-above');
      };
      expect(await flags(2024)).toEqual([]);
      const [boundCents, orderedCents] = [parseEuro('285.000,00'), parseEuro('570.007,00')];
      expect(await flags(2023)).toMatchObject([
        {
          severity: 'red',
          subject: { kind: 'line', id: 'luenen-kim-2', parent: 'kim-cities' },
          facts: { year: 2023, boundCents, orderedCents, amountCents: parseEuro('285.007,00') },
        },
      ]);
    });
  });
});
