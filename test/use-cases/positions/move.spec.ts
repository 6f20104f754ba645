import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { MovePositionUseCase } from '../../../src/positions/move-position.use-case.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { RecordOccupancyUseCase } from '../../../src/positions/record-occupancy.use-case.js';
import { RecordPositionUseCase } from '../../../src/positions/record-position.use-case.js';
import { WithdrawPositionUseCase } from '../../../src/positions/withdraw-position.use-case.js';
import { aPosition } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { anOccupancy, change, fill, findingsOf } from './given.js';

const SELM = { employer: 'selm', placeOfWork: 'Selm', allocationLine: 'selm-kim-2' };

describe('a post that moves', () => {
  appOnEachDatabase({}, (app) => {
    const moving = () => app().get(MovePositionUseCase);
    const found = async (id: string) => {
      return (await app().get(PositionsQueries).position(id, 2023)).position;
    };

    beforeAll(() => fill(app()));

    it('ends on the day before and begins anew, with whoever fills it', async () => {
      const post = aPosition({ id: 'goes', label: 'LÜN-9', plannedFte: parseFte('0,5') });
      await app().get(RecordPositionUseCase).execute(change(), post);
      const period = { from: day('2023-05-01'), to: day('2023-09-30') };
      const unpaid = [{ period, reason: 'Elternzeit' }];
      const running = anOccupancy({ id: 'goes-1', unpaid });
      await app().get(RecordOccupancyUseCase).execute(change(), 'goes', running);
      const later = anOccupancy({ id: 'goes-2', from: day('2024-01-01'), to: day('2024-06-30') });
      await app().get(RecordOccupancyUseCase).execute(change(), 'goes', later);
      const move = { on: day('2023-07-01'), id: 'came', to: { ...SELM, label: 'SELM-9' } };
      expect(await moving().rehearse(change(3), 'goes', move)).toMatchObject({ id: 'came' });
      await moving().execute(change(3), 'goes', move);
      const { occupancies: left, ...before } = await found('goes');
      const { occupancies: arrived, ...after } = await found('came');
      expect(before).toMatchObject({ to: '2023-06-30', employer: 'luenen' });
      expect(after).toMatchObject({ ...SELM, from: '2023-07-01', label: 'SELM-9' });
      expect(after).not.toHaveProperty('to');
      expect(left).toMatchObject([
        {
          ...{ id: 'goes-1', to: '2023-06-30' },
          unpaid: [{ period: { from: '2023-05-01', to: '2023-06-30' } }],
        },
      ]);
      expect(arrived).toMatchObject([
        {
          ...{ personKey: 'LUE-0002', from: '2023-07-01', to: '2023-12-31', share: 5000 },
          unpaid: [{ period: { from: '2023-07-01', to: '2023-09-30' } }],
        },
        { personKey: 'LUE-0002', from: '2024-01-01', to: '2024-06-30' },
      ]);
    });

    it('moves on a day within its life, to somewhere else, as its author saw it', async () => {
      const first = { on: day('2023-01-01'), to: {} };
      expect(await findingsOf(moving().execute(change(), 'luenen-1', first))).toEqual([
        'on: Die Stelle beginnt nicht vor diesem Tag: Berichtigen Sie sie, statt sie zu verlagern.',
        'to: Es ist nicht gesagt, wohin die Stelle geht.',
      ]);
      const late = { on: day('2023-08-01'), to: SELM };
      expect(await findingsOf(moving().execute(change(), 'goes', late))).toEqual([
        'on: Die Stelle endet vor diesem Tag.',
      ]);
      const stale = moving().execute(change(1), 'luenen-1', late);
      expect(await refusalOf(stale)).toContain('"expected":1,"current":2');
      const taken = moving().execute(change(), 'luenen-1', { ...late, id: 'came' });
      expect(await refusalOf(taken)).toContain('"label":"SELM-9"');
      const nowhere = { on: late.on, to: { allocationLine: 'selm-kim-3' } };
      const [line] = await findingsOf(moving().execute(change(), 'luenen-1', nowhere));
      expect(line).toContain('allocationLine');
    });

    it('is refused where the line has no room (R1), and then stays as it was', async () => {
      const full = aPosition({ id: 'filler', ...SELM, occupancies: [] });
      await app().get(RecordPositionUseCase).execute(change(), full);
      const before = await found('luenen-1');
      const refused = moving().execute(change(), 'luenen-1', { on: day('2023-08-01'), to: SELM });
      expect(await refusalOf(refused)).toContain('allocation-line:selm-kim-2');
      expect(await found('luenen-1')).toEqual(before);
      await app().get(WithdrawPositionUseCase).execute(change(), 'filler');
    });

    it('yields the same in the year: what goes there is missing here', async () => {
      const sum = async () => {
        const { lines } = await app().get(EntitlementsQueries).entitlements({ year: 2023 });
        return lines.reduce((total, { amountCents }) => total + amountCents, 0n);
      };
      const before = await sum();
      await moving().execute(change(), 'luenen-1', { on: day('2023-08-16'), to: SELM });
      expect(await sum()).toBe(before);
    });
  });
});
