import { Partner } from '../../../../src/contracts/partner.entity.js';
import { partnerRow } from '../../../../src/contracts/partner.mapping.js';
import { appendRevision } from '../../../../src/platform/database/revisions.js';
import { aPartner } from '../../../support/notice-builder.js';
import type { RefusedWorld } from '../world.js';
import { stopped, type Refusal } from '../refusal.js';

/** Somebody corrects the city of Lünen, having seen a revision. */
const correct = ({ book }: RefusedWorld, expected: number, note: string): Promise<unknown> =>
  book.unitOfWork.run((tx) => {
    const statement = { by: 'person:b', reason: 'Bemerkung', expected };
    return appendRevision(tx, Partner, partnerRow(aPartner({ note })), statement);
  });

export const refusal: Refusal = {
  given: (world) => correct(world, 1, 'Die erste ist schneller.'),
  provoke: (world) => stopped(() => correct(world, 1, 'Der zweite kommt zu spät.')),
  expected: {
    status: 412,
    facts: { id: 'luenen', expected: 1, current: 2 },
    detail:
      '„luenen“ wurde inzwischen geändert: Sie haben Stand 1 bearbeitet, gültig ist Stand 2. ' +
      'Bitte prüfen Sie den neuen Stand und ändern Sie dann diesen.',
  },
};
