import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { CorrectPositionUseCase } from '../../../src/positions/correct-position.use-case.js';
import { positionFrom } from '../../../src/positions/positions.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { RecordOccupancyUseCase } from '../../../src/positions/record-occupancy.use-case.js';
import { RecordPositionUseCase } from '../../../src/positions/record-position.use-case.js';
import { WithdrawOccupancyUseCase } from '../../../src/positions/withdraw-occupancy.use-case.js';
import { WithdrawPositionUseCase } from '../../../src/positions/withdraw-position.use-case.js';
import { aPosition } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { anOccupancy, change, fill, findingsOf } from './given.js';

const on = day('2023-06-30');

describe('a post', () => {
  appOnEachDatabase({}, (app) => {
    beforeAll(() => fill(app()));

    const recording = () => app().get(RecordPositionUseCase);
    const correction = () => app().get(CorrectPositionUseCase);
    const usedOf = async (line: string) => {
      const holder = `allocation-line:${line}`;
      return (await app().get(CapacityQueries).balance(holder, 'fte', { on })).used;
    };
    const revisionOf = async (id: string) => {
      return (await app().get(PositionsQueries).position(id, 2023)).revision;
    };

    it('is recorded once, takes its share of the line, and warns of a small share (R5)', async () => {
      const small = aPosition({ id: 'small', plannedFte: parseFte('0,38') });
      const said = change();
      const first = await recording().execute(said, small);
      expect(first).toMatchObject({ id: 'small', warnings: [{ path: 'plannedFte' }] });
      expect(await recording().execute(said, small)).toEqual({ id: 'small', warnings: [] });
      expect(await usedOf('luenen-kim-2')).toBe(13_800n);
      await app().get(WithdrawPositionUseCase).execute(change(1), 'small');
      expect(await usedOf('luenen-kim-2')).toBe(10_000n);
      expect(await refusalOf(revisionOf('small'))).toContain('"position":"small"');
    });

    it('gets an id where nobody names one, and leaves no trace of a rehearsal', async () => {
      const unnamed = positionFrom({
        ...{ id: '', label: 'LÜN-8', title: 'Fallmanagement', component: 'kim-2', plannedFte: 0.5 },
        ...{ from: '2023-01-01', employer: 'luenen', placeOfWork: 'Lünen' },
        allocationLine: 'luenen-kim-2',
      });
      const rehearsed = await recording().rehearse(change(), unnamed);
      expect(await refusalOf(revisionOf(rehearsed.id))).toContain(rehearsed.id);
      const { id } = await recording().execute(change(), unnamed);
      expect(id).toMatch(/^[0-9a-z]{26}$/);
      await app().get(WithdrawPositionUseCase).execute(change(), id);
    });

    it('is refused with each field that does not fit, and with its id if that is taken', async () => {
      const odd = aPosition({
        ...{ id: 'odd', employer: 'lunen', component: 'kim-1', allocationLine: 'luenen-kim-2' },
        ...{ from: day('2023-05-01'), to: day('2023-04-30') },
      });
      const told = await findingsOf(recording().execute(change(), odd));
      expect(told.map((text) => text.split(':')[0])).toEqual(
        expect.arrayContaining(['to', 'employer', 'component']),
      );
      expect(told.join()).toContain('Meinten Sie „luenen“?');
      const nowhere = aPosition({ id: 'odd', allocationLine: 'luenen-kim-3' });
      const [line] = await findingsOf(recording().execute(change(), nowhere));
      expect(line).toMatch(/^allocationLine: .*Meinten Sie „luenen-kim-2“/);
      const taken = refusalOf(recording().execute(change(), aPosition()));
      expect(await taken).toContain('"position":"luenen-1","label":"LÜN-1"');
    });

    it('moves to another line with its correction, and gives back what it took (R1)', async () => {
      const post = aPosition({ id: 'wanders', plannedFte: parseFte('0,5') });
      await recording().execute(change(), post);
      expect(await usedOf('luenen-kim-2')).toBe(15_000n);
      const moved = { ...post, allocationLine: 'selm-kim-2' };
      await correction().execute(change(1), 'wanders', { ...moved, employer: 'selm' });
      expect(await usedOf('luenen-kim-2')).toBe(10_000n);
      expect(await usedOf('selm-kim-2')).toBe(5_000n);
      const late = correction().execute(change(1), 'wanders', moved);
      expect(await refusalOf(late)).toContain('"expected":1,"current":2');
      await app().get(WithdrawPositionUseCase).execute(change(), 'wanders');
    });

    it('keeps the days and the share that are filled (R9), and is not withdrawn', async () => {
      const late = { ...aPosition(), from: day('2023-02-01'), plannedFte: parseFte('0,5') };
      expect(await findingsOf(correction().execute(change(), 'luenen-1', late))).toEqual([
        'from: Die Stelle ist schon ab 01.01.2023 besetzt.',
        'plannedFte: Am 01.01.2023 sind 1,0 VzÄ besetzt (R9).',
      ]);
      const withdrawn = app().get(WithdrawPositionUseCase).execute(change(), 'luenen-1');
      expect(await refusalOf(withdrawn)).toContain('"label":"LÜN-1","count":1');
    });

    it('is refused above what the line has left, and unknown', async () => {
      const tooMany = aPosition({ id: 'second', plannedFte: parseFte('1,0') });
      await recording().execute(change(), tooMany);
      await recording().execute(change(), { ...tooMany, id: 'third' });
      const fourth = recording().execute(change(), { ...tooMany, id: 'fourth' });
      expect(await refusalOf(fourth)).toContain('"granted":"30000","used":"30000"');
      const unknown = correction().execute(change(), 'nobody', aPosition());
      expect(await refusalOf(unknown)).toBe('{"position":"nobody"}');
      await app().get(WithdrawPositionUseCase).execute(change(), 'third');
    });

    it('gets the last 0.5 VzÄ of a line on one of two instances', async () => {
      const half = { plannedFte: parseFte('0,5') };
      await recording().execute(change(), aPosition({ id: 'filler', ...half }));
      const other = await app().another();
      const told = await Promise.allSettled([
        recording().execute(change(), aPosition({ id: 'race-a', ...half })),
        other.get(RecordPositionUseCase).execute(change(), aPosition({ id: 'race-b', ...half })),
      ]);
      expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await usedOf('luenen-kim-2')).toBe(30_000n);
    });

    it('never has a revision twice, though occupancies come and go', async () => {
      const before = await revisionOf('filler');
      const { id } = await app()
        .get(RecordOccupancyUseCase)
        .execute(change(before), 'filler', anOccupancy());
      expect(id).toMatch(/^[0-9a-z]{26}$/);
      expect(await revisionOf('filler')).toBe(before + 1);
      await app().get(WithdrawOccupancyUseCase).execute(change(), id);
      expect(await revisionOf('filler')).toBe(before + 2);
    });
  });
});
