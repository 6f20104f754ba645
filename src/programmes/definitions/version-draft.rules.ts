import type { ContractVersionDefinition } from './definition.js';

/** "Entwurf": nobody was asked to sign it yet, and nobody has; it may be changed freely. */
export function isDraft({
  kind,
  writtenOn,
  sentOn,
  signatures,
}: Pick<ContractVersionDefinition, 'kind' | 'writtenOn' | 'sentOn' | 'signatures'>): boolean {
  return (
    kind !== 'by-notice' &&
    writtenOn === undefined &&
    sentOn === undefined &&
    signatures.length === 0
  );
}
