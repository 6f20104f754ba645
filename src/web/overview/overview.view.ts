import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { Overview } from '../../positions/overview.queries.js';
import type { ChartView, TileView } from '../components/parts.js';
import type { TableView } from '../components/table.js';
import type { Posted } from '../ledger/money-standings.js';
import { postedYear, type PostedYearView } from '../ledger/posted-year.view.js';
import type { LentRoleBannerView } from '../four-eyes/lent-role-banner.js';
import { paths } from '../paths.js';
import type { PageHead, Pages } from '../shell/pages.js';
import { componentTable, fteText, keptInAll } from './component-table.view.js';
import { flagGroups, type FlagGroupView } from './flag-groups.view.js';
import type { OpenWork } from './open-work.js';
import { openWorkGroups } from './open-work.view.js';
import { movedFlow } from './moved-flow.view.js';
import { flowSummary } from './flow-summary.js';
import { componentHues, overviewFlow } from './overview-flow.view.js';
import { recipientTable } from './recipient-table.view.js';

/** What the Übersicht needs beside the figures. */
export interface OverviewContext {
  readonly officeName: string;
  /** The page shows what was known on this day; absent: what is known now. */
  readonly knownOn?: PlainDate;
  /** What was begun and is not finished, whatever the year. */
  readonly openWork: OpenWork;
  /** "Notzugang": somebody acts in a role that is not theirs. */
  readonly lentRoles: LentRoleBannerView | undefined;
  /** What the ledger says of the year. */
  readonly posted: Posted;
  readonly head: Pick<PageHead, 'asOf'>;
  /** The same year, day and knowledge on another page. */
  readonly link: (path: string) => string;
}

interface OverviewView {
  readonly lentRoles: LentRoleBannerView | undefined;
  readonly tiles: readonly TileView[];
  /** Absent while nothing is posted. */
  readonly posted: PostedYearView | undefined;
  readonly openWork: readonly FlagGroupView[];
  readonly flags: readonly FlagGroupView[];
  /** What the ledger knows of it; absent while nothing is posted. */
  readonly moved: ChartView | undefined;
  readonly flow: ChartView;
  readonly components: TableView;
  readonly recipients: TableView;
  /** What unfolds the table: "19 Beträge an Empfänger". */
  readonly recipientsTitle: string;
  /** "und 12 weitere"; '' if all are shown. */
  readonly moreRecipients: string;
  readonly entitlements: string;
  /** Why there is nothing to show; '' if there is something. */
  readonly empty: string;
}

/** "Übersicht": what was granted in a year, where it goes, and what needs attention. */
export function renderOverview(
  pages: Pages,
  overview: Overview,
  { officeName, knownOn, openWork, lentRoles, posted, head, link }: OverviewContext,
): string {
  const { year, components, flags } = overview;
  const recipients = recipientTable(components, year, link);
  const view: OverviewView = {
    lentRoles,
    tiles: tilesOf(overview, link),
    posted: postedYear(posted, year),
    openWork: openWorkGroups(openWork, link),
    flags: flagGroups(flags, link),
    moved: movedFlow(overview, posted, componentHues(flowSummary(overview, officeName))),
    flow: overviewFlow(overview, officeName),
    components: componentTable(overview, link),
    recipients: recipients.table,
    recipientsTitle: `Höchstbetrag und Anspruch je Empfänger (${recipients.table.rows.length})`,
    moreRecipients: recipients.more > 0 ? `und ${recipients.more} weitere` : '',
    entitlements: link(paths.entitlements),
    empty: components.length === 0 ? emptyText(knownOn) : '',
  };
  return pages.render(
    'overview',
    { title: 'Übersicht', subline: `Förderjahr ${year}`, area: paths.overview, ...head },
    view,
  );
}

function emptyText(knownOn: PlainDate | undefined): string {
  return knownOn === undefined
    ? 'Für dieses Jahr steht noch kein Bescheid im Buch.'
    : `Am ${formatGermanDay(knownOn)} stand für dieses Jahr noch kein Bescheid im Buch.`;
}

function tilesOf(overview: Overview, link: (path: string) => string): readonly TileView[] {
  const { granted, forwarded, kept, remainder, ownFundsCents, entitledCents } = overview;
  const shortage = remainder.cents < 0n;
  const tile = (
    label: string,
    figure: string,
    lines: readonly string[],
    explain: TileView['explain'],
    tone: TileView['tone'] = '',
  ): TileView => ({ label, figure, lines, tone, ...(explain && { explain }) });
  return [
    tile('Bewilligt', formatEuro(granted.cents), [fteText(granted.fte)], {
      href: link(paths.notices),
      label: 'Bescheide ansehen',
    }),
    tile('Weitergeleitet', formatEuro(forwarded.cents), [fteText(forwarded.fte)], {
      href: link(paths.contracts),
      label: 'Verträge ansehen',
    }),
    tile(
      'Beim Kreis',
      formatEuro(keptInAll(overview)),
      [
        fteText(kept.fte),
        `Stellen ${formatEuro(kept.cents)}`,
        shortage
          ? `Fehlbetrag ${formatEuro(remainder.cents).replace('-', '')}`
          : `Sachmittel ${formatEuro(remainder.cents)}`,
      ],
      { href: link(paths.positions), label: 'Stellen ansehen' },
      shortage ? 'danger' : '',
    ),
    tile(
      'Eigene Mittel',
      formatEuro(ownFundsCents),
      ownFundsCents === 0n ? [] : ['offener Punkt: Annahme'],
      undefined,
      ownFundsCents === 0n ? 'muted' : 'warning',
    ),
    tile(
      'Anspruch der Empfänger',
      formatEuro(entitledCents),
      ['für die besetzte Zeit', 'mit eigenen Mitteln'],
      {
        href: link(paths.entitlements),
        label: 'Rechnung ansehen',
      },
    ),
  ];
}
