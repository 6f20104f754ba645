import { parsePlainDate as day } from '../../../domain/calendar/plain-date.js';
import { calendarYear } from '../../../domain/calendar/period.js';
import { cents } from '../../../domain/money/cents.js';
import { parseFte } from '../../../domain/proration/fte.js';
import { bookFile } from '../book-file.js';
import type { NoticeDefinition, PositionDefinition } from '../definition.js';
import { entriesOf } from '../entries.js';
import { knownThings } from '../known-things.js';
import { checkTiers } from './tiers.rules.js';

/** 18.0 VzÄ for 2025; what an amendment says otherwise. */
function notice(share: string, given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  const period = calendarYear(2025);
  return {
    ...{ kind: 'notice', id: 'notice', programme: 'kim', title: 'KIM II', period },
    ...{ grantor: 'Land', firstRecipient: 'Kreis', openItems: [], sources: [] },
    lines: [
      {
        ...{ id: 'kim-2-2025', component: 'kim-2', year: 2025, period, fte: parseFte(share) },
        ...{ amountCents: cents(0n), terms: [], clause: 'Nr. 1' },
      },
    ],
    ...given,
  };
}

const cutFrom = (effectiveFrom: string): NoticeDefinition =>
  notice('17,0', { id: 'cut', amends: 'notice', effectiveFrom: day(effectiveFrom) });

/** Own posts of the Kreis, 18 of 1.0 VzÄ; one may end earlier. */
function posts(lastEnds?: string): PositionDefinition[] {
  return Array.from({ length: 18 }, (_, index) => ({
    ...{
      id: `post-${index}`,
      label: `POST-${index}`,
      title: 'Fallmanagement',
      component: 'kim-2',
      employer: 'kreis',
    },
    ...{ placeOfWork: 'Unna', from: day('2025-01-01'), plannedFte: parseFte('1,0') },
    ...(index === 17 && lastEnds !== undefined && { to: day(lastEnds) }),
    own: {
      rateKind: 'staff',
      withMaterial: false,
      funding: [{ year: 2025, noticeLine: 'kim-2-2025' }],
    },
    clause: 'Stellenplan',
    occupancies: [],
  }));
}

function findings(notices: readonly NoticeDefinition[], positions: readonly PositionDefinition[]) {
  const files = [...notices, { kind: 'positions', positions } as const].map((each) =>
    bookFile(each),
  );
  return checkTiers(knownThings(entriesOf(files)));
}

describe('the tiers of a notice line that is cut in mid-year', () => {
  it('are fine where a post ends before the cut takes effect', () => {
    expect(findings([notice('18,0'), cutFrom('2025-07-01')], posts('2025-06-30'))).toEqual([]);
  });

  it('are short from the day of effect on, as a warning', () => {
    expect(findings([notice('18,0'), cutFrom('2025-07-01')], posts())).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining(
          'hat am 01.07.2025 17,0 VzÄ, verteilt sind 18,0',
        ) as string,
      },
    ]);
  });

  it('are refused where more is taken before the cut than was granted then', () => {
    const before = notice('17,5');
    expect(findings([before, cutFrom('2025-07-01')], posts('2025-06-30'))).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining(
          'hat am 01.01.2025 17,5 VzÄ, verteilt sind 18,0',
        ) as string,
      },
    ]);
  });

  it('follow the last of several amendments', () => {
    const back = notice('18,0', {
      ...{ id: 'back', amends: 'cut', effectiveFrom: day('2025-07-01') },
    });
    expect(findings([back, notice('18,0'), cutFrom('2025-07-01')], posts())).toEqual([]);
  });
});
