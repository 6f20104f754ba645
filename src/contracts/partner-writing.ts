import type { Book } from '../platform/database/book.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { statementOf, type FactChange } from '../platform/database/fact-change.js';
import { addFact, appendRevision } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { PartnerDefinition } from '../programmes/definitions/definition.js';
import { ensureReal } from '../programmes/fact-check.js';
import { PartnerTaken, UnknownPartner } from './contracts.errors.js';
import { Partner } from './partner.entity.js';
import { partnerRow } from './partner.mapping.js';

/** A new partner, or the next revision of a known one; told apart by what the author meant to do. */

/** @throws PartnerTaken if the book has a partner of this id; FactRefused for what is made up */
export async function addPartner(
  tx: Tx,
  book: Book,
  partner: PartnerDefinition,
  change: FactChange,
): Promise<void> {
  ensureReal(book, partner);
  const known = await latestRevision(tx, Partner, partner.id);
  if (known) throw new PartnerTaken({ partner: partner.id, name: known.name });
  await addFact(tx, Partner, partnerRow(partner), statementOf(change));
}

/** @throws UnknownPartner, StaleRevision, FactRefused */
export async function replacePartner(
  tx: Tx,
  book: Book,
  partner: PartnerDefinition,
  change: FactChange,
): Promise<void> {
  ensureReal(book, partner);
  const known = await latestRevision(tx, Partner, partner.id);
  if (known === undefined) throw new UnknownPartner({ partner: partner.id });
  await appendRevision(tx, Partner, partnerRow(partner), change);
}
