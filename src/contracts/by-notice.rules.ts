import type { PlainDate } from '../domain/calendar/plain-date.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { CauseMissing, NeedsSignatures } from './contracts.errors.js';
import { isEffective, partiesOf } from './version.rules.js';

/**
 * R10: values change without signature only where the last version that took effect says so ("unmittelbare,
 * analoge Anpassung"), and only by a notice that is named.
 * @throws CauseMissing, NeedsSignatures
 */
export function ensureByNotice(
  before: ContractDefinition,
  { kind, cause, inForceFrom }: ContractVersionDefinition,
): void {
  if (kind !== 'by-notice') return;
  if (cause === undefined) throw new CauseMissing({ contract: before.id });
  const agreed = lastEffective(before, inForceFrom)?.terms.followsNotice.on === true;
  if (!agreed) throw new NeedsSignatures({ contract: before.id, on: inForceFrom });
}

/** The last version that had begun by the day; also after its end, for a follow-on notice goes on from it. */
function lastEffective(
  contract: ContractDefinition,
  on: PlainDate,
): ContractVersionDefinition | undefined {
  return contract.versions
    .filter((version) => version.inForceFrom <= on && isEffective(version, partiesOf(contract)))
    .toSorted((a, b) => a.number - b.number)
    .at(-1);
}
