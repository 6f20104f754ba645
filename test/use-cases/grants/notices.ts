import { calendarYear } from '../../../src/domain/calendar/period.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents, sumCents } from '../../../src/domain/money/cents.js';
import { parseFte, type Fte } from '../../../src/domain/proration/fte.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import {
  CHECKLIST_ITEMS,
  type ChecklistEntry,
  type NoticeDefinition,
  type NoticeLineDefinition,
  type PositionDefinition,
  type PositionsDefinition,
} from '../../../src/programmes/definitions/definition.js';
import { aNotice, aNoticeLine, anUnfundedPosition } from '../../support/notice-builder.js';

/** Notices whose lines say how their sum comes about, as whoever records one must. */

const RATE = 57_000n;
const FULL = 10_000n;

/** 18.0 VzÄ × 57.000 € unless the test says otherwise. */
export function aSoundLine(
  given: Partial<Pick<NoticeLineDefinition, 'id' | 'year' | 'period' | 'component'>> & {
    readonly fte?: Fte;
    readonly rate?: bigint;
  } = {},
): NoticeLineDefinition {
  const { fte = parseFte('18,0'), rate = RATE, ...rest } = given;
  const unitCents = cents(rate * 100n);
  const amountCents = cents((unitCents * BigInt(fte)) / FULL);
  const quantity = (fte / Number(FULL)).toString();
  const terms = [
    { text: 'Höchstbetrag je VzÄ', costKind: 'staff', quantity, unitCents, amountCents },
  ] as const;
  return aNoticeLine({ ...rest, fte, amountCents: sumCents([amountCents]), terms });
}

export function aSoundNotice(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return aNotice({ lines: [aSoundLine()], ...given });
}

/** Changes the notice of the builder from mid-year on. */
export function anAmendment(given: Partial<NoticeDefinition> = {}): NoticeDefinition {
  return aSoundNotice({
    id: 'kim-2-2023-amended',
    amends: 'kim-2-2023-notice',
    effectiveFrom: day('2023-07-01'),
    issuedOn: day('2023-06-15'),
    ...given,
  });
}

/** A post of the Kreis itself on the line of the builder. */
export function anOwnPost(given: Partial<PositionDefinition> = {}): PositionDefinition {
  return anUnfundedPosition({
    id: 'kreis-1',
    label: 'KRE-1',
    employer: 'kreis',
    placeOfWork: 'Unna',
    to: calendarYear(2023).to,
    own: {
      rateKind: 'staff',
      withMaterial: false,
      funding: [{ year: 2023, noticeLine: 'kim-2-2023' }],
    },
    occupancies: [],
    ...given,
  });
}

export function positionsOf(...positions: readonly PositionDefinition[]): PositionsDefinition {
  return { kind: 'positions', positions };
}

/** The whole checklist after VV Nr. 12, as an import wants it. */
export const CHECKLIST: readonly ChecklistEntry[] = CHECKLIST_ITEMS.map((item) => {
  return { item, state: 'explicit', clause: '§ 1' };
});

let keys = 0;

/** A change with a key of its own. */
export function aChange(given: Partial<FactChange> = {}): FactChange {
  keys += 1;
  return { by: 'person:a', reason: 'neu', key: `key-${keys.toString()}`, ...given };
}
