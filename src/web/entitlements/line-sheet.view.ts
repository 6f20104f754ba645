import { spansOfLineInYear } from '../../contracts/contracts.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { AgreedLine } from '../../positions/book.queries.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type { BookPage } from '../book/book-page.js';
import { percentOf } from '../book/share-text.js';
import { fteText } from '../book/words.js';
import type { ConventionCase } from '../../positions/book.queries.js';
import type { MetaView } from '../components/parts.js';
import { BLANK, cell, fteCell, moneyCell, row, type TableView } from '../components/table.js';
import { capLevelNames } from '../messages/terms.js';
import { paths } from '../paths.js';
import { sheetView, type SheetView } from './sheet.view.js';

/** The calculation sheet of an allocation line in a year: posts, material, measures, ceiling. */
export function lineSheetView(
  page: BookPage,
  agreed: AgreedLine,
  line: LineEntitlement,
  cases: readonly ConventionCase[],
): SheetView {
  const { year, through, amountCents, zero } = line;
  const terms = spansOfLineInYear(agreed.contract, line.line, year).at(-1)?.version.terms;
  const dependsOnTime = line.posts.length > 0 || line.materialCents > 0n;
  return sheetView({
    year,
    through,
    amountCents,
    ...(zero && { zero }),
    derivation: line.derivation(),
    facts: factsOf(page, agreed, line),
    ...(terms && dependsOnTime && { agreed: terms.proration.convention }),
    compared: cases.map(({ convention, entitlement }) => ({
      convention,
      amountCents: entitlement.amountCents,
    })),
    ...(line.posts.length > 0 && { posts: postsTable(page, line) }),
    countsQuantities: line.measuresCents > 0n && !dependsOnTime,
    pdf: page.link(`${paths.lineSheet(agreed.contract.id, line.line, year)}.pdf`),
  });
}

function factsOf(
  page: BookPage,
  { contract, line: definition }: AgreedLine,
  line: LineEntitlement,
): readonly MetaView[] {
  return [
    {
      label: 'Vertrag',
      value: cell(contract.title, {
        href: page.link(paths.contract(contract.id)),
        sub: definition.clause,
      }),
    },
    { label: 'Zeile', value: cell(line.title) },
    { label: 'Empfänger', value: cell(page.names.party(line.partner)) },
    {
      label: 'Baustein',
      value: cell(page.names.component(line.component), {
        ...(line.fte > 0 && { sub: fteText(line.fte) }),
      }),
    },
    {
      label: 'Höchstbetrag im Jahr',
      value: cell(formatEuro(line.ceilingCents), {
        ...(line.posts.length > 0 && { sub: `gilt ${capLevelNames[line.capLevel]}` }),
      }),
    },
    ...compositionOf(line),
  ];
}

/** What the amount is made of, where it is made of more than one thing. */
function compositionOf(line: LineEntitlement): readonly MetaView[] {
  const parts = [
    { name: 'Personal', amount: line.staffCents },
    { name: 'Sachmittel', amount: line.materialCents },
    { name: 'Maßnahmen', amount: line.measuresCents },
  ].filter(({ amount }) => amount > 0n);
  if (parts.length < 2) return [];
  const texts = parts.map(({ name, amount }) => `${name} ${formatEuro(amount)}`);
  return [{ label: 'Zusammensetzung', value: cell(texts.join(', ')) }];
}

/** The posts that the line counts, each with the way to its own sheet. */
function postsTable(page: BookPage, line: LineEntitlement): TableView {
  return {
    id: 'stellen',
    caption: 'Stellen dieser Zeile',
    columns: [
      { label: 'Stelle' },
      { label: 'VzÄ', numeric: true },
      { label: 'Besetzt', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: line.posts.map((post) =>
      row([
        cell(post.label, {
          href: page.link(paths.calculationSheet(post.position, line.year)),
          sub: post.placeOfWork,
        }),
        fteCell(post.plannedFte),
        cell(percentOf(post.share)),
        moneyCell(post.amountCents),
      ]),
    ),
    footer: [row([cell('Personal'), BLANK, BLANK, moneyCell(line.staffCents)])],
  };
}
