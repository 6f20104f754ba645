import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Fte } from '../../domain/proration/fte.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { NoticeDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { countText, emptyText, fteText } from '../book/words.js';
import { cell, moneyCell, type CellView } from '../components/table.js';
import { KeptModels } from '../lists/kept-models.js';
import { choiceFilter, componentFilter, inFile, programmeFilter } from '../lists/list-columns.js';
import type { ListColumn } from '../lists/list-definition.js';
import { day, money, text, vzae } from '../lists/list-value.js';
import { paths } from '../paths.js';
import { useOfNoticeLine, type NoticeLineUse } from './notice-use.js';

/** A "Bescheidzeile" of the year with its notice, and what became of it. */
export interface NoticeRow {
  readonly notice: NoticeDefinition;
  readonly use: NoticeLineUse;
}

/** "Bescheide": the lines that the Land granted for a year. */
export const noticesList = new KeptModels<NoticeRow>({
  key: 'bescheide',
  path: paths.notices,
  title: 'Bescheide',
  noun: ['Bescheidzeile', 'Bescheidzeilen'],
  about:
    'Je Zeile ein Baustein eines Bescheids im Förderjahr: was das Land bewilligt hat, was Verträge davon im Jahr höchstens hergeben, was eigene Stellen des Kreises ganzjährig kosten dürfen, und der Rest.',
  searchHint: 'Bescheid, Aktenzeichen oder Baustein',
  rows: rowsOf,
  searched: ({ notice, use }, { names }) => [
    notice.title,
    notice.reference,
    notice.grantor,
    names.component(use.line.component),
    names.programme(notice.programme),
    notice.issuedOn && formatGermanDay(notice.issuedOn),
  ],
  columns: columns(),
  filters: [
    programmeFilter(({ notice }) => notice.programme),
    componentFilter(({ use }) => use.line.component),
    choiceFilter(
      ['rest', 'Rest', 'Jeder Rest'],
      {
        short: 'überbucht',
        free: 'noch frei',
        planned: 'ganz verplant',
        amended: 'durch Änderungsbescheid ersetzt',
      },
      ({ use }) => [
        use.toldBy ? 'amended' : use.short ? 'short' : use.restCents === 0n ? 'planned' : 'free',
      ],
    ),
  ],
  sortedBy: 'bescheid',
  sum: { label: 'Summe', counts: counted },
  rules: ['R1'],
  empty: ({ asOf, facts }) =>
    facts.notices.length === 0
      ? emptyText(asOf, 'kein Bescheid')
      : `Für ${asOf.year} steht kein Bescheid im Buch.`,
});

function rowsOf({ facts, figures, asOf }: BookPage): readonly NoticeRow[] {
  return facts.notices
    .flatMap((notice) =>
      notice.lines
        .filter(({ year }) => year === asOf.year)
        .map((line) => {
          const granted = facts.noticeLines.get(line.id);
          return {
            notice,
            use: useOfNoticeLine(line, figures, { notice: notice.id, granted, on: asOf.on }),
          };
        }),
    )
    .toSorted((a, b) => germanOrder(a.notice.title, b.notice.title));
}

function columns(): readonly ListColumn<NoticeRow>[] {
  return [
    {
      key: 'bescheid',
      label: 'Bescheid',
      kind: 'text',
      value: ({ notice }) => text(notice.title),
      cell: titleCell,
    },
    {
      key: 'baustein',
      label: 'Baustein',
      kind: 'text',
      value: ({ use }, { names }) => text(names.component(use.line.component)),
    },
    inFile('programm', 'Programm', 'text', ({ notice }, { names }) =>
      text(names.programme(notice.programme)),
    ),
    inFile('aktenzeichen', 'Aktenzeichen', 'text', ({ notice }) => text(notice.reference)),
    inFile('vom', 'Bescheid vom', 'day', ({ notice }) => day(notice.issuedOn)),
    inFile('bewilligt-von', 'Bewilligt von', 'text', ({ notice }) => text(notice.grantor)),
    {
      key: 'vzae',
      label: 'VzÄ',
      kind: 'fte',
      value: ({ use }) => vzae(use.line.fte),
      sums: true,
    },
    {
      key: 'bewilligt',
      label: 'Bewilligt',
      kind: 'money',
      value: ({ use }) => money(use.line.amountCents),
      cell: ({ notice, use }, { link }) =>
        moneyCell(use.line.amountCents, {
          explain: {
            href: link(`${paths.notice(notice.id)}#zeile-${use.line.id}`),
            label: 'Rechnung',
          },
        }),
      sums: true,
    },
    {
      key: 'weitergeleitet',
      label: 'Weitergeleitet',
      kind: 'money',
      value: ({ use }) =>
        use.toldBy || use.forwarded.length === 0 ? undefined : money(use.forwardedCents),
      cell: ({ use }, page) =>
        use.toldBy || use.forwarded.length === 0
          ? cell('–')
          : moneyCell(use.forwardedCents, { ...fteSub(use.forwardedFte), ...linesOf(page, use) }),
      sums: true,
    },
    {
      key: 'eigene-stellen',
      label: 'Eigene Stellen',
      kind: 'money',
      value: ({ use }) =>
        use.toldBy || use.ownPosts.length === 0 ? undefined : money(use.ownCents),
      cell: ({ use }) =>
        use.toldBy || use.ownPosts.length === 0
          ? cell('–')
          : moneyCell(use.ownCents, fteSub(use.ownFte)),
      sums: true,
    },
    {
      key: 'rest',
      label: 'Rest',
      kind: 'money',
      value: ({ use }) => (use.toldBy ? undefined : money(use.restCents)),
      cell: ({ use }, page) => restCell(use, page),
      sums: true,
    },
  ];
}

function titleCell({ notice }: NoticeRow, { link }: BookPage): CellView {
  const { id, title, reference, issuedOn, openItems, example } = notice;
  const sub = [
    reference ?? 'ohne Aktenzeichen',
    issuedOn === undefined ? 'ohne Datum' : `vom ${formatGermanDay(issuedOn)}`,
    ...(openItems.length === 0
      ? []
      : [countText(openItems.length, 'offener Punkt', 'offene Punkte')]),
  ].join(' · ');
  return cell(title, {
    href: link(paths.notice(id)),
    sub,
    ...(example !== undefined && { example }),
  });
}

function fteSub(share: Fte): { readonly sub?: string } {
  return share === 0 ? {} : { sub: fteText(share) };
}

/** The lines that the money goes to, each with its sheet. */
function linesOf({ link }: BookPage, { line }: NoticeLineUse): Pick<CellView, 'explain'> {
  const query = `bescheidzeile=${encodeURIComponent(line.id)}`;
  return { explain: { href: link(`${paths.lines}?${query}`), label: 'Zeilen' } };
}

/** A line that an amending notice tells anew has no rest of its own. */
function restCell(use: NoticeLineUse, { link }: BookPage): CellView {
  const { short, restCents, restFte, toldBy } = use;
  if (toldBy !== undefined) {
    return cell('ersetzt', { explain: { href: link(paths.notice(toldBy.id)), label: 'wodurch' } });
  }
  if (short) return moneyCell(restCents, { badge: { tone: 'danger', text: 'überbucht' } });
  return moneyCell(restCents, fteSub(restFte));
}

/** What an amending notice has replaced is listed, and counts no more. */
export function counted({ use }: NoticeRow): boolean {
  return use.toldBy === undefined;
}
