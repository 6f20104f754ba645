import { levels, type SidedSlice } from '../../../capacity/capacity.js';
import { grantOfGrantedLine, noticeLineHolder } from '../../../grants/grants.js';
import { lineIdsOf, usesOfLine } from '../../../contracts/contracts.js';
import { calendarYear, intersect } from '../../../domain/calendar/period.js';
import { formatEuro, isAmount, parseAmount } from '../../../domain/money/amount-text.js';
import { cents, type Cents } from '../../../domain/money/cents.js';
import { add, fraction, multiply, roundHalfAwayFromZero } from '../../../domain/money/fraction.js';
import { fte, fteFraction, isApiFte, parseFte, type Fte } from '../../../domain/proration/fte.js';
import type { BookFacts } from '../../../positions/book.queries.js';
import { grantName } from '../../book/holder-names.js';
import { fteText } from '../../book/words.js';
import type { MetaView, NoteView } from '../../components/parts.js';
import { cell } from '../../components/table.js';
import type { FormPanel } from '../../editing/form-kind.js';
import type { ComponentDefinition } from '../../../programmes/definitions/definition.js';
import { writtenFunding } from './line-payer.js';
import { measuresOf } from './measures-sum.js';

type Written = Readonly<Record<string, unknown>>;
type Facts = Pick<BookFacts, 'contracts' | 'noticeLines'>;

/** Shown beside a line while somebody types: its sum against the ceiling, and what its payers have left. */
export function linePanels(
  line: Written,
  facts: Facts,
  components: readonly ComponentDefinition[],
): readonly FormPanel[] {
  const sum = sumPanel(line, measuresOf(line, components));
  return [...(sum ? [sum] : []), ...fundingPanels(line, facts)];
}

function sumPanel(line: Written, measures: Cents | undefined): FormPanel | undefined {
  const share = fteIn(line['fte']);
  const rate = moneyIn(line['annualRate']);
  const material = moneyIn(line['material']);
  if (share === undefined || rate === undefined || material === undefined) return undefined;
  const exact = add(multiply(fteFraction(share), fraction(rate)), fraction(material));
  const sum = cents(roundHalfAwayFromZero(exact) + (measures ?? 0n));
  const ceiling = moneyIn(line['ceiling']);
  return {
    title: 'Rechnung der Zeile',
    facts: [
      {
        label:
          measures === undefined
            ? 'VzÄ mal Jahresbetrag plus Sachmittel'
            : 'Stellen, Sachmittel und Maßnahmen',
        value: cell(formatEuro(sum), {
          sub: [
            `${fteText(share)} × ${formatEuro(rate)} + ${formatEuro(material)}`,
            ...(measures === undefined ? [] : [`${formatEuro(measures)} Festbeträge`]),
          ].join(' + '),
        }),
      },
    ],
    notes: ceiling === undefined ? [] : [ceilingNote(sum, ceiling)],
  };
}

/** The ceiling is the sum of what the line names; the book checks it. */
function ceilingNote(sum: Cents, ceiling: Cents): NoteView {
  if (sum === ceiling) return note('', 'Das ist genau der Höchstbetrag.');
  return note(
    'danger',
    `Als Höchstbetrag steht ${formatEuro(ceiling)} da. Aus den Angaben der Zeile folgen ${formatEuro(sum)}.`,
  );
}

function fundingPanels(line: Written, facts: Facts): readonly FormPanel[] {
  const funding = Array.isArray(line['funding']) ? (line['funding'] as readonly unknown[]) : [];
  return funding.flatMap((entry) => {
    const { noticeLine, source } = writtenFunding(Object(entry) as Written);
    if (source !== 'notice-line' || typeof noticeLine !== 'string') return [];
    const panel = noticePanel(noticeLine, line, facts);
    return panel ? [panel] : [];
  });
}

/** What is left of a notice line when all other lines have taken theirs (R1). */
function noticePanel(id: string, line: Written, facts: Facts): FormPanel | undefined {
  const granted = facts.noticeLines.get(id);
  if (granted === undefined) return undefined;
  const left = leftFor(id, String(line['id']), facts);
  const [share, ceiling] = [fteIn(line['fte']), moneyIn(line['ceiling'])];
  const short = [
    ...(share !== undefined && left.fte !== undefined && share > left.fte ? ['VzÄ'] : []),
    ...(ceiling !== undefined && ceiling > left.cents ? ['Euro'] : []),
  ];
  const free: readonly MetaView[] = [
    { label: 'Frei ohne diese Zeile', value: cell(formatEuro(left.cents)) },
    ...(left.fte === undefined
      ? []
      : [{ label: 'VzÄ frei ohne diese Zeile', value: cell(fteText(left.fte)) }]),
  ];
  return {
    title: grantName(granted),
    facts: free,
    notes:
      short.length === 0
        ? []
        : [
            note(
              'danger',
              `Diese Zeile braucht mehr ${short.join(' und ')}, als der Bescheid noch hergibt, wenn sie das ganze Jahr gilt.`,
            ),
          ],
  };
}

function leftFor(
  id: string,
  ownLine: string,
  { contracts, noticeLines }: Facts,
): { readonly cents: Cents; readonly fte: Fte | undefined } {
  const holder = noticeLineHolder(id);
  const granted = noticeLines.get(id);
  const line = granted?.line;
  const grants = granted === undefined ? [] : grantOfGrantedLine(granted);
  const uses = contracts
    .filter((contract) =>
      contract.versions.some(({ lines }) =>
        lines.some(({ funding }) =>
          funding.some((entry) => entry.source === 'notice-line' && entry.noticeLine === id),
        ),
      ),
    )
    .flatMap((contract) =>
      lineIdsOf(contract)
        .filter((known) => known !== ownLine)
        .flatMap((known) => usesOfLine(contract, known)),
    )
    .filter((use) => use.holder === holder)
    .flatMap(({ slices }) => slices);
  const slices: readonly SidedSlice[] = [
    ...grants.map((slice) => ({ ...slice, side: 'grant' as const })),
    ...uses.map((slice) => ({ ...slice, side: 'use' as const })),
  ];
  const least = (measure: SidedSlice['measure']): bigint | undefined =>
    levels(slices.filter((slice) => slice.measure === measure))
      .filter(
        ({ period }) =>
          line !== undefined &&
          intersect(period, measure === 'fte' ? line.period : calendarYear(line.year)),
      )
      .map(({ granted, used }) => granted - used)
      .reduce<bigint | undefined>(
        (low, free) => (low === undefined || free < low ? free : low),
        undefined,
      );
  const share = least('fte');
  return {
    cents: cents(least('cents') ?? 0n),
    fte: share === undefined || share < 0n ? undefined : fte(Number(share)),
  };
}

function moneyIn(value: unknown): Cents | undefined {
  return typeof value === 'string' && isAmount(value) ? parseAmount(value) : undefined;
}

function fteIn(value: unknown): Fte | undefined {
  return typeof value === 'string' && isApiFte(value) ? parseFte(value) : undefined;
}

function note(tone: NoteView['tone'], text: string): NoteView {
  return { tone, texts: [text] };
}
