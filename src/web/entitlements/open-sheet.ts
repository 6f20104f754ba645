import { NotFoundException } from '@nestjs/common';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Instant } from '../../domain/calendar/instant.js';
import type { Sheet } from '../../documents/sheet.types.js';
import type { ContractsQueries } from '../../contracts/contracts.queries.js';
import type { PositionsQueries } from '../../positions/positions.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import type { BookPages, OpenBook } from '../book/book-pages.js';
import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';
import { postEntitlement } from '../positions/position-year.js';
import type { PageHead } from '../shell/pages.js';
import type { WebSettings } from '../shell/web-settings.js';
import { lineSheetView } from './line-sheet.view.js';
import { postSheetView } from './post-sheet.view.js';
import { sheetDocument } from './sheet.document.js';
import type { SheetView } from './sheet.view.js';

/** A sheet that was asked for, ready for the screen and for paper. */
export interface OpenSheet {
  readonly open: OpenBook;
  readonly view: SheetView;
  readonly subtitle: string;
  readonly back: LinkView;
  readonly recordedAt: Instant;
}

/** Where sheets are made from. */
export interface SheetSources {
  readonly book: BookPages;
  readonly positions: PositionsQueries;
  readonly contracts: ContractsQueries;
}

interface PostQuestion {
  readonly id: string;
  readonly year: string;
  readonly query: PageQuery;
}

/** The year of the address decides; the bar of the page shows it. */
function withYear(query: PageQuery, year: string): PageQuery {
  return { ...query, jahr: year };
}

/** @throws NotFoundException if the book has no such post, or it yields nothing in that year */
export async function openPostSheet(
  { book, positions }: SheetSources,
  { id, year, query }: PostQuestion,
): Promise<OpenSheet> {
  const path = paths.calculationSheet(id, Number(year));
  const open = await book.open(path, withYear(query, year));
  const { position, recordedAt } = await positions.position(id, Number(year), open.knownAt);
  const post = postEntitlement(open.page.figures, id);
  if (post?.year.toString() !== year) throw new NotFoundException();
  const cases = post.line === undefined ? [] : await open.conventionsOf(post.line);
  return {
    open,
    view: postSheetView(open.page, position, post, cases),
    subtitle: `Stelle ${position.label}, ${year}`,
    back: { href: open.page.link(paths.position(id)), label: `Stelle ${position.label}` },
    recordedAt,
  };
}

/** @throws NotFoundException if the contract has no such line, or it gives no money */
export async function openLineSheet(
  { book, contracts }: SheetSources,
  { id, line, year, query }: PostQuestion & { readonly line: string },
): Promise<OpenSheet> {
  const path = paths.lineSheet(id, line, Number(year));
  const open = await book.open(path, withYear(query, year));
  const contract = await contracts.contract(id, { on: open.page.asOf.on, knownAt: open.knownAt });
  const agreed = open.page.facts.lines.get(line);
  const entitlement = open.page.figures.lines.find((entry) => entry.line === line);
  if (agreed?.contract.id !== id || entitlement?.year.toString() !== year) {
    throw new NotFoundException();
  }
  const cases = await open.conventionsOf(line);
  return {
    open,
    view: lineSheetView(open.page, agreed, entitlement, cases),
    subtitle: `${entitlement.title}, ${year}`,
    back: { href: open.page.link(paths.contract(id)), label: contract.contract.title },
    recordedAt: contract.recordedAt,
  };
}

export function sheetHead({ subtitle, back }: OpenSheet): PageHead {
  return { title: 'Rechenblatt', subline: subtitle, area: paths.entitlements, back };
}

export function printedSheet(
  { open, view, subtitle, recordedAt }: OpenSheet,
  { officeName, exampleBook }: WebSettings,
): Sheet {
  const { year, on, knownOn } = open.page.asOf;
  const known = knownOn === undefined ? 'zuletzt' : `am ${formatGermanDay(knownOn)}`;
  return sheetDocument(view, {
    title: 'Rechenblatt',
    subtitle,
    officeName,
    exampleBook,
    asOf: `Förderjahr ${year}, Stand am ${formatGermanDay(on)}, wie ${known} bekannt`,
    issuedAt: recordedAt,
  });
}
