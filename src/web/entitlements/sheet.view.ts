import type { Derivation, Rounding } from '../../domain/derivation/derivation.js';
import type { Cents } from '../../domain/money/cents.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { ZeroReason } from '../../positions/entitlements.queries.js';
import type { ProrationConvention } from '../../programmes/definitions/definition.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import type { MetaView } from '../components/parts.js';
import { cell, moneyCell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { conventionHints, conventionNames } from '../messages/terms.js';

/** "Rechenblatt": how an amount comes about, step by step. */
export interface SheetView {
  /** "Anspruch 2025" */
  readonly claim: string;
  readonly figure: string;
  /** What the figure counts, and why it is nothing where it is nothing. */
  readonly claimNote: string;
  readonly facts: readonly MetaView[];
  /** Only for a line: the posts that it counts. */
  readonly posts?: TableView;
  readonly steps: TableView;
  /** Absent where no contract has agreed on a convention. */
  readonly conventions?: TableView;
  readonly pdf: string;
  readonly note: string;
}

/** What a sheet is made from, for a post or for a line. */
export interface SheetFacts {
  readonly year: number;
  readonly through: PlainDate;
  readonly amountCents: Cents;
  readonly zero?: ZeroReason;
  readonly derivation: Derivation;
  readonly facts: readonly MetaView[];
  readonly posts?: TableView;
  readonly agreed?: ProrationConvention;
  readonly compared: readonly {
    readonly convention: ProrationConvention;
    readonly amountCents: Cents;
  }[];
  readonly pdf: string;
  /** Fixed sums for quantities instead of costs (R6a). */
  readonly countsQuantities?: boolean;
}

const COSTS_NOTE =
  'Bevor ein Nachweis anerkannt ist, zeigt das Blatt den anteiligen Höchstbetrag. Danach zählen höchstens die anerkannten Ausgaben.';
const QUANTITIES_NOTE =
  'Bevor ein Nachweis anerkannt ist, zählt das Blatt die vereinbarten Mengen. Danach zählen die nachgewiesenen Mengen; Belege sind nicht nötig.';

export function sheetView(sheet: SheetFacts): SheetView {
  const { year, through, amountCents, zero, derivation } = sheet;
  return {
    claim: `Anspruch ${year}`,
    figure: formatEuro(amountCents),
    claimNote:
      zero === undefined
        ? `gerechnet bis ${formatGermanDay(through)}`
        : `Kein Betrag: ${zeroReasonTexts[zero]}`,
    facts: [
      ...sheet.facts,
      {
        label: 'Gerechnet nach',
        value: cell(`Regel ${derivation.rule}, Fassung ${derivation.ruleVersion}`, {
          href: `${paths.glossary}#regel-${derivation.rule.toLowerCase()}`,
        }),
      },
      { label: 'Rundung', value: cell(roundingNames[derivation.rounding]) },
    ],
    ...(sheet.posts && { posts: sheet.posts }),
    steps: calculationSheet('rechenblatt', derivation),
    ...(sheet.agreed !== undefined &&
      sheet.compared.length > 0 && { conventions: conventionTable(sheet, sheet.agreed) }),
    pdf: sheet.pdf,
    note: sheet.countsQuantities === true ? QUANTITIES_NOTE : COSTS_NOTE,
  };
}

const roundingNames: Readonly<Record<Rounding, string>> = {
  none: 'keine',
  'once-half-away-from-zero': 'einmal am Ende, kaufmännisch',
  'largest-remainder': 'einmal am Ende, Cent-Reste nach Größe verteilt',
};

function conventionTable({ compared }: SheetFacts, agreed: ProrationConvention): TableView {
  return {
    id: 'anteilsrechnungen',
    caption: 'Die fünf Anteilsrechnungen im Vergleich',
    columns: [
      { label: 'Anteilsrechnung' },
      { label: 'Wie sie zählt' },
      { label: 'Betrag', numeric: true },
    ],
    rows: compared.map(({ convention, amountCents }) =>
      row(
        [
          cell(conventionNames[convention], {
            ...(convention === agreed && { badge: { tone: 'success', text: 'vereinbart' } }),
          }),
          cell(conventionHints[convention]),
          moneyCell(amountCents),
        ],
        convention === agreed ? 'strong' : undefined,
      ),
    ),
    footer: [],
  };
}
