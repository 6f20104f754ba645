import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import {
  RecordOccupanciesUseCase,
  ROWS_MAX,
} from '../../../src/positions/record-occupancies.use-case.js';
import type { OccupancyRow } from '../../../src/positions/positions.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import {
  aNotice,
  aNoticeLine,
  aPartner,
  aPosition,
  partnersOf,
} from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { anOccupancy, change, fill, findingsOf } from './given.js';

const POSTS = 500;
const posts = Array.from({ length: POSTS }, (_, index) =>
  aPosition({ id: `post-${index}`, label: `LÜN-${index}`, occupancies: [] }),
);
const fte = parseFte(`${POSTS},0`);

/** Two people, one after the other, on each post. */
const rows = posts.flatMap(({ id }, index): OccupancyRow[] => [
  {
    ...anOccupancy({ personKey: `LUE-A${index}`, to: day('2023-05-14'), share: parseFte('1,0') }),
    position: id,
  },
  {
    ...anOccupancy({ personKey: `LUE-B${index}`, from: day('2023-05-15'), share: parseFte('1,0') }),
    position: id,
  },
]);

describe('a range of occupancies', () => {
  appOnEachDatabase({}, (app) => {
    const bulk = () => app().get(RecordOccupanciesUseCase);
    const filled = async () => {
      const found = await app().get(PositionsQueries).positions({ year: 2023 });
      return found.flatMap(({ position }) => position.occupancies).length;
    };

    beforeAll(async () => {
      await fill(app(), [
        partnersOf(aPartner()),
        aNotice({ lines: [aNoticeLine({ fte })] }),
        aContract({ versions: [aVersion({ lines: [aLine({ fte })] })] }),
        { kind: 'positions', positions: posts },
      ]);
    }, 60_000);

    it('changes nothing if one row is bad, and tells each by row and field', async () => {
      const bad: OccupancyRow[] = [
        ...rows.slice(0, 20),
        { ...anOccupancy({ personKey: 'LUE-X1' }), position: 'post-0' },
        { ...anOccupancy({ personKey: 'LUE-A1', to: day('2023-01-31') }), position: 'post-400' },
        { ...anOccupancy({ id: 'twice' }), position: 'post-401' },
        { ...anOccupancy({ id: 'twice', from: day('2022-12-31') }), position: 'post-402' },
        { ...anOccupancy(), position: 'nowhere' },
      ];
      const told = await findingsOf(bulk().execute(change(), bad));
      const errors = told.filter((text) => !/unbesetzt/.test(text));
      expect(errors.map((text) => text.replace(/:.*/, ''))).toEqual(
        expect.arrayContaining([
          ...['rows[20].share', 'rows[0].share', 'rows[21].share', 'rows[2].share'],
          ...['rows[23].id', 'rows[23].from', 'rows[24].position'],
        ]),
      );
      const rehearsed = await bulk().rehearse(bad);
      expect(rehearsed.map(({ path, message }) => `${path}: ${message}`)).toEqual(told);
      expect(await filled()).toBe(0);
    });

    it('of a thousand rows is recorded in one go, once', async () => {
      const said = change();
      const { ids } = await bulk().execute(said, rows);
      expect(new Set(ids).size).toBe(rows.length);
      expect(await bulk().execute(said, rows)).toMatchObject({ ids, warnings: [] });
      expect(await filled()).toBe(rows.length);
    }, 60_000);

    it('is told once it is empty or too long', async () => {
      const [row] = rows;
      const long = Array.from({ length: ROWS_MAX + 1 }, () => row).flatMap((each) => each ?? []);
      for (const wrong of [[], long]) {
        expect(await findingsOf(bulk().execute(change(), wrong))).toEqual([
          'rows: Erwartet werden 1 bis 5.000 Zeilen.',
        ]);
      }
    });
  });
});
