import { checkContracts } from './checks/contract.rules.js';
import { checkIds } from './checks/ids.rules.js';
import { checkLines } from './checks/line.rules.js';
import { checkNotices } from './checks/notice.rules.js';
import { checkOverlaps } from './checks/overlap.rules.js';
import { checkPositions } from './checks/position.rules.js';
import { checkProgrammes } from './checks/programme.rules.js';
import { checkTakeOvers } from './checks/take-over.rules.js';
import { checkTierSums } from './checks/tier-sums.rules.js';
import { checkTiers } from './checks/tiers.rules.js';
import type { DefinitionFile } from './definition.js';
import { entriesOf, layOver } from './entries.js';
import { sortFindings, type Finding } from './finding.js';
import { knownThings, type KnownThings } from './known-things.js';

/** What definition files must hold together, beyond each value by itself; in the order of reading. */
const CHECKS: readonly ((known: KnownThings) => Finding[])[] = [
  checkIds,
  checkProgrammes,
  checkNotices,
  checkContracts,
  checkLines,
  checkPositions,
  checkOverlaps,
  checkTiers,
  checkTierSums,
  checkTakeOvers,
];

/**
 * Checks files that were read without mistake against each other.
 * @param below things known already (the shipped files, or the book); what a file defines again
 *   takes their place.
 * @returns what is to be mended in the files first, then what it does to the things below them
 */
export function checkDefinitions(
  files: readonly DefinitionFile[],
  below: readonly DefinitionFile[] = [],
): Finding[] {
  const known = knownThings(layOver(entriesOf(below.map(laidBelow)), entriesOf(files)));
  const findings = sortFindings(CHECKS.flatMap((check) => check(known)));
  const given = new Set(files.map(({ file }) => file));
  return [
    ...findings.filter(({ file }) => given.has(file)),
    ...findings.filter(({ file }) => !given.has(file)),
  ];
}

function laidBelow(file: DefinitionFile): DefinitionFile {
  return { ...file, below: true };
}
