import {
  completeChecklist,
  fundingOfYear,
  lineIdsOf,
  missingForEffect,
  partiesOf,
  spansInForce,
  spansOfLineInYear,
  type VersionSpan,
} from '../contracts/contracts.js';
import { calendarYear, overlap } from '../domain/calendar/period.js';
import type {
  AllocationLineDefinition,
  ChecklistState,
  ContractDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import type { Flag, FlagSubject } from './flag.js';

/** The clause that permits forwarding in a component (R2), if the programme has one. */
export type PermissionOf = (component: string) => string | undefined;

/** R2, R4, R18 and open assumptions: what is to be said about the contracts of a year. */
export function contractFlags(
  facts: BookFacts,
  year: number,
  permissionOf: PermissionOf,
): readonly Flag[] {
  return facts.contracts.flatMap((contract) => {
    const inYear = spansInForce(contract).filter(({ period }) =>
      overlap(period, calendarYear(year)),
    );
    const latest = inYear.at(-1);
    return [
      ...notEffective(contract, year),
      ...(latest ? checklistFlags(contract, latest) : []),
      ...(latest ? twoMonthRule(contract, latest) : []),
      ...lineFlags(contract, year, permissionOf),
    ];
  });
}

function subjectOf(contract: ContractDefinition): FlagSubject {
  return { kind: 'contract', id: contract.id, label: contract.title };
}

/** R4: a version that should count in the year, but has not all that it needs. */
function notEffective(contract: ContractDefinition, year: number): readonly Flag[] {
  const days = calendarYear(year);
  return contract.versions.flatMap((version) => {
    const missing = missingForEffect(version, partiesOf(contract));
    const term = { from: version.inForceFrom, to: version.inForceTo };
    if (missing.length === 0 || !overlap(term, days)) return [];
    return [
      flagOf('contracts.not-effective', 'R4', 'red', subjectOf(contract), {
        version: version.number,
        inForceFrom: version.inForceFrom,
        missing: missing.join(', '),
      }),
    ];
  });
}

function checklistFlags(contract: ContractDefinition, { version }: VersionSpan): readonly Flag[] {
  const itemsIn = (state: ChecklistState): readonly string[] =>
    completeChecklist(version.checklist)
      .filter((entry) => entry.state === state)
      .map(({ item }) => item);
  const told = (
    code: 'contracts.checklist-missing' | 'contracts.checklist-contradictory',
    severity: Flag['severity'],
    items: readonly string[],
  ): readonly Flag[] =>
    items.length === 0
      ? []
      : [
          flagOf(code, 'R4', severity, subjectOf(contract), {
            version: version.number,
            count: items.length,
            items: items.join(', '),
          }),
        ];
  return [
    ...told('contracts.checklist-missing', 'red', itemsIn('missing')),
    ...told('contracts.checklist-contradictory', 'yellow', itemsIn('contradictory')),
  ];
}

function twoMonthRule(contract: ContractDefinition, { version }: VersionSpan): readonly Flag[] {
  if (version.terms.twoMonthRule.state !== 'undecided') return [];
  const facts = { version: version.number, clause: version.terms.twoMonthRule.clause };
  return [
    flagOf('contracts.two-month-rule-undecided', 'R18', 'yellow', subjectOf(contract), facts),
  ];
}

function lineFlags(
  contract: ContractDefinition,
  year: number,
  permissionOf: PermissionOf,
): readonly Flag[] {
  if (contract.direction !== 'forwarding') return [];
  return lineIdsOf(contract).flatMap((lineId) => {
    const line = spansOfLineInYear(contract, lineId, year).at(-1)?.line;
    if (line === undefined) return [];
    const funding = fundingOfYear(contract, lineId, year);
    const subject: FlagSubject = {
      kind: 'line',
      id: lineId,
      label: line.title,
      parent: contract.id,
    };
    return [
      ...fundingFlags(line, funding, subject, year),
      ...permissionFlags(line, funding, subject, permissionOf),
    ];
  });
}

function fundingFlags(
  line: AllocationLineDefinition,
  funding: LineFunding | undefined,
  subject: FlagSubject,
  year: number,
): readonly Flag[] {
  if (funding === undefined) {
    const facts = { year, partner: line.partner };
    return [flagOf('contracts.year-without-funding', 'R1', 'yellow', subject, facts)];
  }
  if (funding.source !== 'own-funds') return [];
  const facts = { year, partner: line.partner, amountCents: line.ceilingCents };
  return [flagOf('contracts.own-funds', 'R1', 'yellow', subject, facts)];
}

/** R2: money of the Land is passed on, and no clause is named that permits it. */
function permissionFlags(
  line: AllocationLineDefinition,
  funding: LineFunding | undefined,
  subject: FlagSubject,
  permissionOf: PermissionOf,
): readonly Flag[] {
  if (funding === undefined || funding.source === 'own-funds') return [];
  const permission = line.permission ?? permissionOf(line.component);
  if (permission !== undefined) return [];
  const facts = {
    partner: line.partner,
    component: line.component,
    note: line.permissionNote ?? '',
  };
  return [flagOf('contracts.no-permission', 'R2', 'red', subject, facts)];
}

function flagOf(
  code: Flag['code'],
  rule: string,
  severity: Flag['severity'],
  subject: FlagSubject,
  facts: Flag['facts'],
): Flag {
  return { code, rule, severity, subject, facts };
}
