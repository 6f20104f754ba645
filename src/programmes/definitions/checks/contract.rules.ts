import { daysInMonth, formatGermanDay, yearOf } from '../../../domain/calendar/plain-date.js';
import {
  CHECKLIST_ITEMS,
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
} from '../definition.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownThings } from '../known-things.js';
import { isDraft } from '../version-draft.rules.js';
import { checkPeriod } from './period.rules.js';

type Contract = Entry<ContractDefinition>;
type Place = Pick<Entry<unknown>, 'file' | 'path'>;

/** Contracts and their versions: parties, numbers, days, the checklist of R4, the model form. */
export function checkContracts(known: KnownThings): Finding[] {
  return known.contracts.flatMap((contract) => [
    ...checkParties(known, contract),
    ...checkOrder(contract),
    ...checkForm(known, contract),
    ...contract.value.versions.flatMap((version, index) =>
      checkVersion(contract.value, version, { file: contract.file, path: `versions[${index}]` }),
    ),
  ]);
}

function checkParties(known: KnownThings, contract: Contract): Finding[] {
  const { programme, partners, forwardedBy } = contract.value;
  const findings: Finding[] = [];
  if (!known.programmeIds.has(programme)) {
    findings.push(
      unknownReference(contract, 'programme', 'Das Förderprogramm', programme, known.programmeIds),
    );
  }
  if (forwardedBy !== KREIS && !known.partnerIds.has(forwardedBy)) {
    const names = [KREIS, ...known.partnerIds];
    findings.push(
      unknownReference(contract, 'forwardedBy', 'Wer weiterleitet,', forwardedBy, names),
    );
  }
  for (const [index, partner] of partners.entries()) {
    if (!known.partnerIds.has(partner)) {
      const path = `partners[${index}]`;
      findings.push(
        unknownReference(contract, path, 'Der Weiterleitungsempfänger', partner, known.partnerIds),
      );
    } else if (partners.indexOf(partner) !== index || partner === forwardedBy) {
      const message = `„${partner}“ ist schon Vertragspartei.`;
      findings.push(findingIn(contract, `partners[${index}]`, message));
    }
  }
  return findings;
}

function checkOrder(contract: Contract): Finding[] {
  return contract.value.versions.flatMap((version, index, versions) => {
    const before = versions[index - 1];
    const path = `versions[${index}]`;
    const first = { number: 0, inForceFrom: version.inForceFrom };
    const { number, inForceFrom } = before ?? first;
    const findings: Finding[] = [];
    if (version.number !== number + 1) {
      const message = `Die Fassungen zählen ohne Lücke ab 1: hier steht ${version.number}, erwartet ist ${number + 1}.`;
      findings.push(findingIn(contract, `${path}.number`, message));
    }
    if (version.inForceFrom < inForceFrom) {
      const message = `Diese Fassung gilt ab ${formatGermanDay(version.inForceFrom)}, die Fassung davor erst ab ${formatGermanDay(inForceFrom)}.`;
      findings.push(findingIn(contract, `${path}.inForceFrom`, message));
    }
    if ((index === 0) !== (version.kind === 'base')) {
      const message = 'Genau die erste Fassung ist der Grundvertrag (base).';
      findings.push(findingIn(contract, `${path}.kind`, message));
    }
    return findings;
  });
}

/** Where the Land demands its model contract for a component and year, the contract must be one. */
function checkForm(known: KnownThings, contract: Contract): Finding[] {
  if (contract.value.form === 'model' || contract.value.direction === 'refund') return [];
  for (const line of known.lines.filter((each) => each.contract === contract.value)) {
    const component = known.components.get(line.value.component)?.value;
    const regime = component?.regimes.find(
      ({ contractForm, fromYear, toYear }) =>
        contractForm === 'model' &&
        line.value.funding.some(({ year }) => fromYear <= year && year <= toYear),
    );
    if (component && regime) {
      const message = `Für ${component.shortName} verlangt das Land ${regime.fromYear} den Mustervertrag.`;
      return [findingIn(contract, 'form', message)];
    }
  }
  return [];
}

function checkVersion(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  place: Place,
): Finding[] {
  const { inForceFrom: from, inForceTo: to } = version;
  return [
    ...checkPeriod(place, 'inForceTo', { from, to }),
    ...checkSignatures(contract, version, place),
    ...checkChecklist(version, place),
    ...checkProofDay(version, place),
    ...version.lines.flatMap((line, index) =>
      line.funding
        .map((funding, at) => ({ funding, at }))
        .filter(({ funding }) => funding.year < yearOf(from) || funding.year > yearOf(to))
        .map(({ funding, at }) => {
          const message = `Das Jahr ${funding.year} liegt nicht in der Laufzeit ${formatGermanDay(from)} bis ${formatGermanDay(to)}.`;
          return findingIn(place, `lines[${index}].funding[${at}].year`, message);
        }),
    ),
  ];
}

function checkSignatures(
  { partners, forwardedBy }: ContractDefinition,
  { signatures }: ContractVersionDefinition,
  place: Place,
): Finding[] {
  const parties = [forwardedBy, ...partners];
  return signatures.flatMap(({ party }, index) => {
    const path = `signatures[${index}].party`;
    if (!parties.includes(party)) {
      return [unknownReference(place, path, 'Die Vertragspartei', party, parties)];
    }
    const isRepeated = signatures.findIndex((other) => other.party === party) !== index;
    return isRepeated ? [findingIn(place, path, `„${party}“ hat schon unterschrieben.`)] : [];
  });
}

const COMMON_YEAR = 2023;

/** The proof is due in each year, so its day must exist in each. */
function checkProofDay({ terms }: ContractVersionDefinition, place: Place): Finding[] {
  const { day, month } = terms.proofDue;
  if (day <= daysInMonth(COMMON_YEAR, month)) return [];
  const message = `Den ${day}.${month}. gibt es nicht in jedem Jahr. Erwartet: ein Tag des Monats ${month}, höchstens der ${daysInMonth(COMMON_YEAR, month)}.`;
  return [findingIn(place, 'terms.proofDue.day', message)];
}

/** R4: all thirteen items, each once; of a draft some may be open still. */
function checkChecklist(version: ContractVersionDefinition, place: Place): Finding[] {
  const { checklist } = version;
  const missing = CHECKLIST_ITEMS.filter((item) => checklist.every((entry) => entry.item !== item));
  const repeated = checklist.flatMap(({ item }, index) =>
    checklist.findIndex((entry) => entry.item === item) === index
      ? []
      : [findingIn(place, `checklist[${index}].item`, `Der Punkt „${item}“ steht zweimal da.`)],
  );
  if (missing.length === 0) return repeated;
  const message = `Zur Prüfliste nach VV Nr. 12 zu § 44 LHO fehlt: ${missing.join(', ')}.`;
  return [
    ...repeated,
    findingIn(place, 'checklist', message, isDraft(version) ? 'warning' : 'error'),
  ];
}
