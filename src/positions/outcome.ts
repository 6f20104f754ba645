import type { Command, Tx, UnitOfWork } from '../platform/database/unit-of-work.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';

/** What came of a change: the id of what was made or changed, and what somebody should look at. */
export interface Outcome {
  readonly id: string;
  /** Doubts that do not stop the change: a small share, a gap, a person at two employers. */
  readonly warnings: readonly FactFinding[];
}

/** As `once`, with the warnings beside the id; a repetition has no warnings, they were told. */
export async function onceTold(
  unitOfWork: UnitOfWork,
  command: Command,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<Outcome> {
  let warnings: Outcome['warnings'] = [];
  const id = await unitOfWork.once(command, async (tx) => {
    const outcome = await work(tx);
    warnings = outcome.warnings;
    return outcome.id;
  });
  return { id, warnings };
}
