import { formatEuro } from '../../../domain/money/amount-text.js';
import type { FixedSumItem, LineMeasure } from '../definition.js';
import { findingIn } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownLine, type KnownThings } from '../known-things.js';

/** "Maßnahmen mit Festbeträgen" (R6a): quantity × months × fixed sum, within the directive's caps. */

/** Euro cents of all measures of a line; a measure that is not known counts nothing. */
export function measuresSum(known: KnownThings, line: KnownLine): bigint {
  return line.value.measures.reduce((sum, measure) => {
    const item = itemOf(known, line, measure);
    return item === undefined ? sum : sum + amountOf(measure, item);
  }, 0n);
}

export function checkMeasures(known: KnownThings, line: KnownLine): Finding[] {
  return line.value.measures.flatMap((measure, index) => {
    const item = itemOf(known, line, measure);
    const path = `measures[${index}]`;
    if (line.value.measures.findIndex((other) => other.item === measure.item) !== index) {
      const message = `Der Festbetrag „${measure.item}“ steht zweimal da; seine Grenzen gelten für alles zusammen.`;
      return [findingIn(line, `${path}.item`, message)];
    }
    if (item !== undefined) return checkCaps(line, measure, item, path);
    const names = (known.components.get(line.value.component)?.value.fixedSums ?? []).map(
      ({ key }) => key,
    );
    return [unknownReference(line, `${path}.item`, 'Der Festbetrag', measure.item, new Set(names))];
  });
}

function checkCaps(
  line: KnownLine,
  measure: LineMeasure,
  item: FixedSumItem,
  path: string,
): Finding[] {
  const findings: Finding[] = [];
  const total = measure.quantity * (measure.months ?? 1);
  const most = item.maxPerMonth;
  if (most !== undefined && total > most * (measure.months ?? 12)) {
    const message = `Höchstens ${most} im Monat: ${item.name}.`;
    findings.push(findingIn(line, `${path}.quantity`, message));
  }
  if (item.maxInTotal !== undefined && total > item.maxInTotal) {
    const message = `Höchstens ${item.maxInTotal} insgesamt: ${item.name}.`;
    findings.push(findingIn(line, `${path}.quantity`, message));
  }
  const percent = item.maxPercentOfGrant;
  const amount = amountOf(measure, item);
  if (percent !== undefined && amount * 100n > line.value.ceilingCents * BigInt(percent)) {
    const message = `Höchstens ${percent} % von ${formatEuro(line.value.ceilingCents)}: ${item.name}.`;
    findings.push(findingIn(line, `${path}.quantity`, message));
  }
  return findings;
}

/** The item in force when the version begins; an item that starts later counts from its start. */
function itemOf(
  known: KnownThings,
  { value, version }: KnownLine,
  { item }: LineMeasure,
): FixedSumItem | undefined {
  const rows = (known.components.get(value.component)?.value.fixedSums ?? [])
    .filter(({ key }) => key === item)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return rows.findLast(({ validFrom }) => validFrom <= version.inForceFrom) ?? rows[0];
}

function amountOf({ quantity, months }: LineMeasure, { amountCents }: FixedSumItem): bigint {
  return BigInt(quantity) * BigInt(months ?? 1) * amountCents;
}
