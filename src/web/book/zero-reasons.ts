import type { ZeroReason } from '../../positions/entitlements.queries.js';

/** Why an entitlement is nothing, in a few words. */
export const zeroReasonTexts: Readonly<Record<ZeroReason, string>> = {
  'not-in-force': 'kein Vertrag in Kraft',
  'no-funding': 'niemand bezahlt',
  'no-post': 'Stelle besteht nicht',
  vacant: 'nicht besetzt',
  'nothing-agreed': 'nichts vereinbart',
};
