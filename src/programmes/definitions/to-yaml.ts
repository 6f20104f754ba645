import { Document, isMap, isSeq, visit } from 'yaml';
import { formatAmount } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { fte, fteToApi } from '../../domain/proration/fte.js';
import { KREIS, type Definition } from './definition.js';
import { writtenKey } from './record.js';

/** The keys that hold a share in ten-thousandths; every other number is a plain whole number. */
const SHARES: ReadonlySet<string> = new Set(['fte', 'plannedFte', 'share']);

/** What is understood when it is left out. */
const UNSAID: Readonly<Record<string, unknown>> = {
  cover: false,
  forwardedBy: KREIS,
  ...Object.fromEntries(
    [
      ...['claimedCents', 'regressCents', 'returnedCents', 'interestCents'],
      ...['interestReturnedCents', 'ownCostCents', 'notCalledCents', 'unspentCents'],
      ...['revokedCents', 'refundedCents'],
    ].map((key) => [key, 0n]),
  ),
};

/** A flow group such as `{ from: …, to: … }` stays on one line up to this length. */
const SHORT_GROUP = 90;

/** Writes a definition as a file that reads back to the same definition. */
export function toYaml(definition: Definition): string {
  const document = new Document(written('', definition), { schema: 'failsafe' });
  visit(document, {
    Map: (_, node, path) => {
      const isInner = path.length > 2;
      const isSimple = node.items.every(({ value }) => !isMap(value) && !isSeq(value));
      if (isInner && isSimple && JSON.stringify(node).length <= SHORT_GROUP) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** A value of a definition as a file tells it: texts in lists and groups, nothing that is understood. */
export function written(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return formatAmount(cents(value));
  if (typeof value === 'number') return SHARES.has(key) ? fteToApi(fte(value)) : value.toString();
  if (typeof value === 'boolean') return value.toString();
  if (Array.isArray(value)) return value.map((entry) => written('', entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, entry]) => isSaid(name, entry))
      .map(([name, entry]) => [writtenKey(name), written(name, entry)]),
  );
}

function isSaid(name: string, value: unknown): boolean {
  if (value === undefined || value === UNSAID[name]) return false;
  // `checklist` has no default: an empty one is a mistake that must not be written away.
  return !(Array.isArray(value) && value.length === 0) || name === 'checklist';
}
