import { calendarYear } from '../domain/calendar/period.js';
import { parsePlainDate as day, type Period } from '../domain/calendar/plain-date.js';
import { cents } from '../domain/money/cents.js';
import { fte } from '../domain/proration/fte.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { grantedLines, grantOfGrantedLine } from './notice.rules.js';

const days = (from: string, to: string): Period => ({ from: day(from), to: day(to) });

const line = (share: number, period = calendarYear(2023)): NoticeLineDefinition => ({
  ...{ id: 'line', component: 'kim-2', year: 2023, period, fte: fte(share) },
  ...{ amountCents: cents(BigInt(share)), terms: [], clause: 'Nr. 1' },
});

const notice = (id: string, given: Partial<NoticeDefinition>): NoticeDefinition => ({
  ...{ kind: 'notice', id, programme: 'kim', title: id, grantor: 'Land', firstRecipient: 'Kreis' },
  ...{ period: calendarYear(2023), lines: [line(18)], openItems: [], sources: [] },
  ...given,
});

/** Amends the notice of this id. */
const amending = (id: string, amends: string, effectiveFrom: string, told: NoticeLineDefinition) =>
  notice(id, { amends, effectiveFrom: day(effectiveFrom), lines: [told] });

function grantOf(...notices: readonly NoticeDefinition[]): readonly string[] {
  const granted = grantedLines(notices).get('line');
  return (granted ? grantOfGrantedLine(granted) : []).map(
    ({ measure, period: { from, to }, amount }) => `${measure} ${from} ${to} ${amount}`,
  );
}

describe('what a line grants over its notices', () => {
  const first = notice('a', {});

  it('is what its notice says, where nothing amends it', () => {
    expect(grantOf(first)).toEqual([
      'fte 2023-01-01 2023-12-31 18',
      'cents 2023-01-01 2023-12-31 18',
    ]);
  });

  it('has the VzÄ of each notice until the next takes effect, and the euros of the last', () => {
    const later = [
      amending('c', 'b', '2023-10-01', line(17)),
      amending('b', 'a', '2023-07-01', line(15)),
    ];
    expect(grantOf(...later, first)).toEqual([
      'fte 2023-01-01 2023-06-30 18',
      'fte 2023-07-01 2023-09-30 15',
      'fte 2023-10-01 2023-12-31 17',
      'cents 2023-01-01 2023-12-31 17',
    ]);
  });

  it('passes over an amendment that a later one overtakes from an earlier day', () => {
    const earlier = amending('c', 'b', '2023-03-01', line(17));
    expect(grantOf(first, amending('b', 'a', '2023-07-01', line(15)), earlier)).toEqual([
      'fte 2023-01-01 2023-02-28 18',
      'fte 2023-03-01 2023-12-31 17',
      'cents 2023-01-01 2023-12-31 17',
    ]);
  });

  it('ends where an amendment shortens it', () => {
    const shorter = amending('b', 'a', '2023-07-01', line(18, days('2023-01-01', '2023-09-30')));
    expect(grantOf(first, shorter).slice(0, 2)).toEqual([
      'fte 2023-01-01 2023-06-30 18',
      'fte 2023-07-01 2023-09-30 18',
    ]);
  });

  it('is the amended one from the first day of its period, where no day is told', () => {
    expect(grantOf(first, notice('b', { amends: 'a', lines: [line(20)] }))).toEqual([
      'fte 2023-01-01 2023-12-31 20',
      'cents 2023-01-01 2023-12-31 20',
    ]);
  });
});
