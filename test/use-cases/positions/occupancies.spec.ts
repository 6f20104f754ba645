import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { CorrectOccupancyUseCase } from '../../../src/positions/correct-occupancy.use-case.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { RecordOccupancyUseCase } from '../../../src/positions/record-occupancy.use-case.js';
import { RecordPositionUseCase } from '../../../src/positions/record-position.use-case.js';
import { WithdrawOccupancyUseCase } from '../../../src/positions/withdraw-occupancy.use-case.js';
import { aPosition } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { anOccupancy, change, fill, findingsOf } from './given.js';

describe('an occupancy', () => {
  appOnEachDatabase({}, (app) => {
    const recording = () => app().get(RecordOccupancyUseCase);
    const correction = () => app().get(CorrectOccupancyUseCase);
    const withdrawal = () => app().get(WithdrawOccupancyUseCase);
    const revisionOf = async (id: string) => {
      return (await app().get(PositionsQueries).position(id, 2023)).revision;
    };

    beforeAll(async () => {
      await fill(app());
      const posts = [
        aPosition({ id: 'open', label: 'LÜN-2', to: day('2024-12-31') }),
        aPosition({
          id: 'selm-1',
          label: 'SELM-1',
          allocationLine: 'selm-kim-2',
          employer: 'selm',
        }),
      ];
      for (const post of posts) await app().get(RecordPositionUseCase).execute(change(), post);
    });

    it('is recorded once, with the gaps beside it as warnings', async () => {
      const said = change();
      const given = anOccupancy({ from: day('2023-02-01'), to: day('2023-11-30') });
      const { id, warnings } = await recording().execute(said, 'open', given);
      expect(warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
        'from: Vom 01.01.2023 bis zum 31.01.2023 sind 1,0 VzÄ der Stelle unbesetzt.',
        'to: Vom 01.12.2023 bis zum 31.12.2024 sind 1,0 VzÄ der Stelle unbesetzt.',
      ]);
      expect(await recording().execute(said, 'open', given)).toEqual({ id, warnings: [] });
      expect(await withdrawal().execute(change(), id)).toBe('open');
    });

    it('lies within the days of its post, and its unpaid time within it', async () => {
      const long = anOccupancy({ from: day('2022-12-01'), to: day('2025-01-31') });
      expect(await findingsOf(recording().execute(change(), 'open', long))).toEqual([
        'from: LÜN-2 gibt es ab 01.01.2023.',
        'to: LÜN-2 gibt es bis 31.12.2024.',
      ]);
      const period = { from: day('2023-12-01'), to: day('2024-02-29') };
      const unpaid = anOccupancy({ unpaid: [{ period, reason: 'Elternzeit' }] });
      expect(await findingsOf(recording().execute(change(), 'open', unpaid))).toEqual([
        'unpaid[0].period: Die unbezahlte Zeit liegt nicht in der Besetzung.',
      ]);
      const turned = anOccupancy({ to: day('2022-12-31') });
      expect(await findingsOf(recording().rehearse(change(), 'open', turned))).toEqual([
        'to: Der letzte Tag liegt vor dem ersten.',
      ]);
    });

    it('stays within the planned share, unless it is cover (R9)', async () => {
      const half = anOccupancy({ personKey: 'LUE-0003' });
      const [told] = await findingsOf(recording().execute(change(), 'luenen-1', half));
      expect(told).toContain('share: Am 01.01.2023 wären 1,5 VzÄ besetzt, geplant sind 1,0 (R9)');
      const cover = await recording().execute(change(), 'luenen-1', { ...half, cover: true });
      await withdrawal().execute(change(), cover.id);
    });

    it('charges nobody above 1.0 over all posts (R11), and warns of a second employer', async () => {
      const twice = anOccupancy({ personKey: 'LUE-0001' });
      expect(await findingsOf(recording().execute(change(), 'open', twice))).toEqual(
        expect.arrayContaining([
          'share: LUE-0001 wäre am 01.01.2023 mit 1,5 VzÄ abgerechnet, mehr als 1,0 (R11): ' +
            '1,0 an LÜN-1, 0,5 an LÜN-2.',
        ]),
      );
      const here = await recording().execute(change(), 'open', anOccupancy());
      const there = await recording().execute(change(), 'selm-1', anOccupancy());
      expect(there.warnings.map(({ message }) => message).join()).toContain(
        'LUE-0002 ist zugleich mit 0,5 VzÄ an LÜN-2 bei einem anderen Arbeitgeber',
      );
      for (const { id } of [here, there]) await withdrawal().execute(change(), id);
    });

    it('gives back what its old key took when it gets another', async () => {
      const full = anOccupancy({ personKey: 'LUE-0004', share: parseFte('1,0') });
      const { id } = await recording().execute(change(), 'open', full);
      const seen = await revisionOf('open');
      await correction().execute(change(seen), id, { ...full, personKey: 'LUE-0005' });
      const stale = correction().execute(change(seen), id, full);
      expect(await refusalOf(stale)).toContain(`"expected":${seen},"current":${seen + 1}`);
      const elsewhere = await recording().execute(change(), 'selm-1', full);
      for (const each of [id, elsewhere.id]) await withdrawal().execute(change(), each);
    });

    it('has an id of its own in the whole book', async () => {
      const named = anOccupancy({ id: 'luenen-1-a' });
      const taken = refusalOf(recording().execute(change(), 'open', named));
      expect(await taken).toContain('"other":"luenen-1"');
      expect(await refusalOf(correction().execute(change(), 'nobody', named))).toBe(
        '{"occupancy":"nobody"}',
      );
      const again = anOccupancy({ id: 'again' });
      await recording().execute(change(), 'open', again);
      await withdrawal().execute(change(), 'again');
      const otherPost = recording().execute(change(), 'selm-1', again);
      expect(await refusalOf(otherPost)).toContain('"other":"open"');
      await recording().execute(change(), 'open', again);
      await withdrawal().execute(change(), 'again');
    });

    it('is seen before and after a late correction', async () => {
      const amounts = async (knownAt?: Instant) => {
        const scope = { year: 2023, knownAt };
        return (await app().get(EntitlementsQueries).ofPosition('open', scope)).amountCents;
      };
      const full = anOccupancy({ share: parseFte('1,0') });
      const { id } = await recording().execute(change(), 'open', full);
      const reported = app().clock.now();
      expect(await amounts()).toBe(5_700_000n);
      app().clock.moveTo('2026-05-04T10:00:00.000Z');
      await correction().execute(change(), id, { ...full, to: day('2023-06-30') });
      expect(await amounts(reported)).toBe(5_700_000n);
      expect(await amounts(app().clock.now())).toBe(2_850_000n);
      await withdrawal().execute(change(), id);
    });

    it('gets the last 0.5 of a person on one of two instances (R11)', async () => {
      const half = anOccupancy({ personKey: 'LUE-0006', share: parseFte('1,0') });
      const other = await app().another();
      const told = await Promise.allSettled([
        recording().execute(change(), 'open', half),
        other.get(RecordOccupancyUseCase).execute(change(), 'selm-1', half),
      ]);
      expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const won = told.find((each) => each.status === 'fulfilled')?.value.id ?? '';
      await withdrawal().execute(change(), won);
    });

    it('gets the last 0.5 of a post on one of two instances (R9)', async () => {
      const of = (personKey: string) => anOccupancy({ personKey });
      const first = await recording().execute(change(), 'open', of('LUE-0007'));
      const other = await app().another();
      const told = await Promise.allSettled([
        recording().execute(change(), 'open', of('LUE-0008')),
        other.get(RecordOccupancyUseCase).execute(change(), 'open', of('LUE-0009')),
      ]);
      expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const [kept] = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
      for (const id of [first.id, kept ?? '']) await withdrawal().execute(change(), id);
    });
  });
});
