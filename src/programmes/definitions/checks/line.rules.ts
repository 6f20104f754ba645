import { formatEuro } from '../../../domain/money/amount-text.js';
import { add, equal, fraction, multiply, type Fraction } from '../../../domain/money/fraction.js';
import { fteFraction, formatFte } from '../../../domain/proration/fte.js';
import type { AllocationLineDefinition } from '../definition.js';
import { findingIn } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownLine, type KnownThings } from '../known-things.js';
import { checkMeasures, measuresSum } from './measure.rules.js';

/** Allocation lines: partner, component and funding exist, and the ceiling is what its parts give. */
export function checkLines(known: KnownThings): Finding[] {
  return known.lines.flatMap((line) => [
    ...checkOwner(known, line),
    ...line.value.funding.flatMap((_, index) => checkFunding(known, line, index)),
    ...checkFundingYears(line),
    ...checkMeasures(known, line),
    ...checkCeiling(known, line),
  ]);
}

function checkOwner(known: KnownThings, line: KnownLine): Finding[] {
  const { partner, component } = line.value;
  const { partners, programme } = line.contract;
  const findings: Finding[] = [];
  if (!partners.includes(partner)) {
    findings.push(unknownReference(line, 'partner', 'Der Vertragspartner', partner, partners));
  }
  if (known.components.get(component)?.programme !== programme) {
    const names = [...known.components].filter(([, each]) => each.programme === programme);
    findings.push(
      unknownReference(
        line,
        'component',
        'Der Baustein',
        component,
        names.map(([id]) => id),
      ),
    );
  }
  return findings;
}

function checkFunding(known: KnownThings, line: KnownLine, index: number): Finding[] {
  const funding = line.value.funding[index];
  const path = `funding[${index}]`;
  if (funding?.source === 'notice-line') {
    const target = known.noticeLineById.get(funding.noticeLine);
    if (target === undefined) {
      const names = known.noticeLines
        .filter(({ value }) => value.component === line.value.component)
        .map(({ id }) => id);
      return [
        unknownReference(
          line,
          `${path}.noticeLine`,
          'Die Bescheidzeile',
          funding.noticeLine,
          names,
        ),
      ];
    }
    return [
      ...mismatch(
        line,
        `${path}.noticeLine`,
        'Baustein',
        target.value.component,
        line.value.component,
      ),
      ...mismatch(line, `${path}.year`, 'Jahr der Bescheidzeile', target.value.year, funding.year),
    ];
  }
  return funding?.source === 'allocation-line'
    ? checkParent(known, line, funding.allocationLine, funding.year, path)
    : [];
}

/** The line above pays its own year, and belongs to who passes the money on. */
function checkParent(
  known: KnownThings,
  line: KnownLine,
  parentId: string,
  year: number,
  path: string,
): Finding[] {
  const parents = known.linesById.get(parentId);
  const key = `${path}.allocationLine`;
  if (parentId === line.id) {
    return [findingIn(line, key, 'Eine Zeile wird nicht aus sich selbst bezahlt.')];
  }
  if (parents === undefined) {
    return [unknownReference(line, key, 'Die Zuweisungszeile', parentId, known.linesById.keys())];
  }
  const [parent] = parents;
  const findings = [
    ...mismatch(line, key, 'Baustein', parent?.value.component ?? '', line.value.component),
    ...mismatch(
      line,
      key,
      'Weiterleitende Stelle',
      parent?.value.partner ?? '',
      line.contract.forwardedBy,
    ),
  ];
  const isPaid = parents.some(({ value }) => value.funding.some((above) => above.year === year));
  if (isPaid) return findings;
  const message = `Die Zeile „${parentId}“ hat für ${year} selbst keine Finanzierung.`;
  return [...findings, findingIn(line, `${path}.year`, message)];
}

function mismatch(
  line: KnownLine,
  path: string,
  what: string,
  there: string | number,
  here: string | number,
): Finding[] {
  if (there === here) return [];
  return [findingIn(line, path, `${what} „${there}“ passt nicht zu „${here}“.`)];
}

function checkFundingYears(line: KnownLine): Finding[] {
  const { funding } = line.value;
  if (line.contract.direction === 'refund') {
    const message =
      'Bei einer Erstattungsvereinbarung zahlt der Partner: hier steht keine Finanzierung.';
    return funding.length > 0 ? [findingIn(line, 'funding', message)] : [];
  }
  if (funding.length === 0) {
    return [findingIn(line, 'funding', 'Es fehlt, woraus die Zeile in jedem Jahr bezahlt wird.')];
  }
  return funding.flatMap(({ year }, index) =>
    funding.findIndex((other) => other.year === year) === index
      ? []
      : [
          findingIn(
            line,
            `funding[${index}].year`,
            `Das Jahr ${year} hat schon eine Finanzierung.`,
          ),
        ],
  );
}

function checkCeiling(known: KnownThings, line: KnownLine): Finding[] {
  const expected = expectedCeiling(known, line);
  if (equal(expected, fraction(line.value.ceilingCents))) return [];
  const stated = formatEuro(line.value.ceilingCents);
  return [findingIn(line, 'ceiling', `${explain(line.value)} Die Zeile nennt ${stated}.`)];
}

function expectedCeiling(known: KnownThings, line: KnownLine): Fraction {
  const { fte, annualRateCents, materialCents } = line.value;
  const posts = multiply(fteFraction(fte), fraction(annualRateCents));
  const material = fraction(materialCents + measuresSum(known, line));
  return add(posts, material);
}

function explain({
  fte,
  annualRateCents,
  materialCents,
  measures,
}: AllocationLineDefinition): string {
  const parts = `${formatFte(fte)} VzÄ × ${formatEuro(annualRateCents)} + ${formatEuro(materialCents)} Sachmittel`;
  return `Der Höchstbetrag ist ${parts}${measures.length > 0 ? ' + Summe der Maßnahmen' : ''}.`;
}
