import { parsePlainDate as day } from '../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../src/domain/money/amount-text.js';
import { ZERO_CENTS } from '../../src/domain/money/cents.js';
import type {
  TakenLine,
  TakenNoticeLine,
  TakeOverDefinition,
} from '../../src/programmes/definitions/definition.js';
import { contract2025, line2025, LINE_2025, notice2025 } from './amending.js';
import { aPartner, partnersOf } from './notice-builder.js';

/** KIM II of 2025 at 55,000 € per VzÄ, forwarded to Lünen (5.0) and the AWO (1.0), half told. */

export const GIVEN_2025 = [
  partnersOf(aPartner(), aPartner({ id: 'awo', name: 'AWO' })),
  notice2025(),
  contract2025('kim-luenen', [line2025('luenen', '5,0')]),
  contract2025('kim-awo', [line2025('awo', '1,0')]),
];

export function takenLine(line: string, given: Partial<TakenLine> = {}): TakenLine {
  return {
    line,
    year: 2025,
    document: 'Kassenliste vom 31.12.2025',
    orderedCents: ZERO_CENTS,
    paidCents: ZERO_CENTS,
    claimedCents: ZERO_CENTS,
    regressCents: ZERO_CENTS,
    returnedCents: ZERO_CENTS,
    interestCents: ZERO_CENTS,
    interestReturnedCents: ZERO_CENTS,
    ...given,
  };
}

/** Ordered in four instalments, the last of which is on its way. */
export const LUENEN = takenLine('luenen-kim-2', {
  orderedCents: parseEuro('275.000,00'),
  paidCents: parseEuro('206.250,00'),
});

/** Proven below the cap, claimed back, and in part returned. */
export const AWO = takenLine('awo-kim-2', {
  orderedCents: parseEuro('55.000,00'),
  paidCents: parseEuro('55.000,00'),
  acceptedCents: parseEuro('52.310,44'),
  claimedCents: parseEuro('2.689,56'),
  returnedCents: parseEuro('1.000,00'),
});

export const NOTICE_LINE: TakenNoticeLine = {
  noticeLine: LINE_2025,
  document: 'Zahlungsmitteilungen des Landes 2025',
  receivedCents: parseEuro('660.000,00'),
  ownCostCents: parseEuro('300.000,00'),
  notCalledCents: ZERO_CENTS,
  unspentCents: parseEuro('2.689,56'),
  revokedCents: ZERO_CENTS,
  refundedCents: ZERO_CENTS,
  treasuryBalanceCents: parseEuro('399.750,00'),
};

export function takeOver2025(given: Partial<TakeOverDefinition> = {}): TakeOverDefinition {
  return {
    kind: 'take-over',
    id: 'kim-2025',
    programme: 'kim',
    title: 'KIM 2025',
    keyDate: day('2025-12-31'),
    noticeLines: [NOTICE_LINE],
    ownFunds: [],
    lines: [LUENEN, AWO],
    sources: [],
    ...given,
  };
}
