import { parsePlainDate as day } from '../calendar/plain-date.js';
import {
  dailyShares,
  firstExcess,
  toDailyShare,
  vacancies,
  type Post,
  type Spell,
} from './daily-shares.js';
import { FULL_TIME, parseFte } from './fte.js';

const spell = (from: string, to: string | undefined, share: string, cover = false): Spell => ({
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  share: parseFte(share),
  cover,
});
const post = (...spells: Spell[]): Post => ({
  period: { from: day('2023-01-01'), to: day('2023-12-31') },
  plannedFte: FULL_TIME,
  spells,
  unpaidCutsCap: true,
});

describe('the daily shares of a post', () => {
  it('join over a change of person and leave vacancies out', () => {
    const given = post(
      spell('2022-06-01', '2023-03-31', '1.0'),
      spell('2023-04-01', '2023-05-31', '1.0'),
      spell('2023-08-01', undefined, '0.75'),
    );
    expect(dailyShares(given).map(toDailyShare)).toEqual([
      { from: '2023-01-01', to: '2023-05-31', share: 10_000 },
      { from: '2023-08-01', to: '2023-12-31', share: 7_500 },
    ]);
    expect(vacancies(given)).toEqual([
      { from: '2023-06-01', to: '2023-07-31', share: 10_000 },
      { from: '2023-08-01', to: '2023-12-31', share: 2_500 },
    ]);
  });

  it('add up halves of two people, and are capped at the planned share', () => {
    const given = post(
      spell('2023-01-01', '2023-12-31', '0.5'),
      spell('2023-02-01', '2023-03-31', '0.75'),
    );
    expect(dailyShares(given).map(({ share }) => share)).toEqual([5_000, 10_000, 5_000]);
  });

  it('are empty outside the period of the post', () => {
    expect(dailyShares(post(spell('2024-01-01', undefined, '1.0')))).toEqual([]);
    expect(vacancies(post())).toEqual([{ from: '2023-01-01', to: '2023-12-31', share: 10_000 }]);
  });

  it('tell the first excess over the planned share, but not of cover', () => {
    const own = spell('2023-01-01', undefined, '0.75');
    expect(firstExcess(post(own, spell('2023-05-01', '2023-05-31', '0.5')))).toEqual({
      from: '2023-05-01',
      to: '2023-05-31',
      share: 12_500,
    });
    expect(firstExcess(post(own, spell('2023-05-01', undefined, '0.5')))?.to).toBe('9999-12-31');
    expect(firstExcess(post(own, spell('2023-05-01', '2023-05-31', '0.5', true)))).toBeUndefined();
  });
});
