import type { PlainDate } from '../../src/domain/calendar/plain-date.js';
import { cents } from '../../src/domain/money/cents.js';
import { Ledger, type NewEntry, type NewPosting } from '../../src/ledger/ledger.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';

type Get = <T>(type: abstract new (...parameters: never[]) => T) => T;

/** A year that no notice and no contract of the example book names: only these entries are in it. */
export const SAMPLE_YEAR = 2030;

const LINE = {
  programme: 'kim',
  component: 'kim-2',
  budgetYear: SAMPLE_YEAR,
  noticeLine: 'kim-2-2025',
  contract: 'kim-cities',
  allocationLine: 'luenen-kim-2',
  partner: 'luenen',
};
const GRANT = {
  programme: 'kim',
  component: 'kim-2',
  budgetYear: SAMPLE_YEAR,
  noticeLine: LINE.noticeLine,
};

const post = (
  account: NewPosting['account'],
  euros: number,
  dimensions: Partial<NewPosting> = LINE,
): NewPosting => ({ ...dimensions, account, cents: cents(BigInt(euros) * 100n) });

const entry = (
  kind: NewEntry['kind'],
  effectiveOn: string,
  text: string,
  postings: readonly NewPosting[],
  subject = 'contract:kim-cities/3',
): NewEntry => ({
  ...{ kind, text, postings, subject },
  effectiveOn: effectiveOn as PlainDate,
  actors: { entered: 'system:local' },
  commandKey: `sample:${kind}:${effectiveOn}`,
});

/** From the grant to an open advance, each step of 2030 in its own entry. */
const ENTRIES: readonly NewEntry[] = [
  entry(
    'notice',
    '2026-01-05',
    'KIM Baustein II: Bewilligung für 2030',
    [post('land-claims', 1000, GRANT), post('earmarked', -1000, GRANT)],
    'notice:notice-kim-2-2025',
  ),
  entry('commitment', '2026-01-10', 'Fassung in Kraft: Höchstbetrag 2030', [
    post('commitments', 900),
    post('commitments-contra', -900),
  ]),
  entry(
    'land-money',
    '2026-01-15',
    'Mittelabruf, Eingang vom Land',
    [post('cash', 600, GRANT), post('land-claims', -600, GRANT)],
    'document:Kontoauszug 15.01.2026',
  ),
  entry(
    'order',
    '2026-02-01',
    'Auszahlung der ersten Rate angeordnet',
    [
      ...[post('advances', 400), post('in-transit', -400)],
      ...[post('commitments-contra', 400), post('commitments', -400)],
    ],
    'document:Anforderung 1/2030',
  ),
  entry(
    'payment',
    '2026-02-03',
    'Erste Rate ausgeführt',
    [post('in-transit', 400), post('cash', -400)],
    'document:Kontoauszug 03.02.2026',
  ),
  entry(
    'settlement',
    '2026-02-20',
    'Abrechnung nach Verwendungsnachweis',
    [
      ...[post('forwarded', 300), post('advances', -300)],
      ...[post('earmarked', 300), post('grant-income', -300)],
    ],
    'document:Verwendungsnachweis 2030',
  ),
  entry(
    'recovery',
    '2026-02-25',
    'Nicht verbrauchte Vorauszahlung zurückgefordert',
    [post('recovery-claims', 60), post('advances', -60)],
    'document:Rückforderungsbescheid 1/2030',
  ),
];

/** What was entered, to be named by tests. */
export interface SampleEntries {
  readonly notice: string;
  readonly order: string;
  readonly byHand: string;
  /** Entered by hand and taken back. */
  readonly mistaken: string;
  readonly reversal: string;
}

/** Enters the life of a line in {@link SAMPLE_YEAR}, an entry by hand, and one that was taken back. */
export async function enterSampleEntries(get: Get): Promise<SampleEntries> {
  const ledger = get(Ledger);
  return get(UnitOfWork).run(async (tx) => {
    const ids = await ledger.appendAll(tx, ENTRIES);
    const hand = (text: string, day: string, euros: number) =>
      ledger.append(
        tx,
        entry(
          'adjustment',
          day,
          text,
          [post('cash', -euros, {}), post('advances', euros)],
          'document:Kassenbeleg 4711',
        ),
      );
    const byHand = await hand('Nachzahlung laut Vermerk vom 26.02.2026', '2026-02-26', 25);
    const mistaken = await hand('Versehentlich doppelt gebucht', '2026-02-27', 7);
    const reversal = await ledger.reverse(tx, {
      entry: mistaken,
      effectiveOn: '2026-02-28' as PlainDate,
      text: 'War doppelt',
      actors: { entered: 'system:local' },
      commandKey: 'sample:reversal',
    });
    return { notice: ids[0] ?? '', order: ids[3] ?? '', byHand, mistaken, reversal };
  });
}
