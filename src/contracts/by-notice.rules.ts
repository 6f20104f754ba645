import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { CauseMissing, NeedsSignatures } from './contracts.errors.js';
import { versionOn } from './version.rules.js';

/**
 * R10: values change without signature only where the version in force says so ("unmittelbare,
 * analoge Anpassung"), and only by a notice that is named.
 * @throws CauseMissing, NeedsSignatures
 */
export function ensureByNotice(
  before: ContractDefinition,
  { kind, cause, inForceFrom }: ContractVersionDefinition,
): void {
  if (kind !== 'by-notice') return;
  if (cause === undefined) throw new CauseMissing({ contract: before.id });
  const agreed = versionOn(before, inForceFrom)?.terms.followsNotice.on === true;
  if (!agreed) throw new NeedsSignatures({ contract: before.id, on: inForceFrom });
}
