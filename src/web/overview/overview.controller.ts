import { Controller, Query } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { OverviewQueries } from '../../positions/overview.queries.js';
import { asOfBar, asOfLink } from '../as-of/as-of-bar.view.js';
import { readAsOf, type AsOfLimits, type PageQuery } from '../as-of/as-of.js';
import { endOfDay } from '../as-of/known-at.js';
import { LentRoleBanner } from '../four-eyes/lent-role-banner.js';
import { MoneyStandings } from '../ledger/money-standings.js';
import { paths } from '../paths.js';
import { KeptPages } from '../shell/kept-pages.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { OpenWorkQueries } from './open-work.js';
import { renderOverview } from './overview.view.js';

/** "Übersicht", the first page of the book; without a year the latest granted one. */
@Controller()
export class OverviewController {
  private readonly kept = new KeptPages();

  constructor(
    private readonly pages: Pages,
    private readonly queries: OverviewQueries,
    private readonly openWork: OpenWorkQueries,
    private readonly standings: MoneyStandings,
    private readonly banner: LentRoleBanner,
    private readonly clock: Clock,
    private readonly settings: WebSettings,
  ) {}

  @Page(paths.overview)
  async show(@Query() query: PageQuery): Promise<string> {
    const limits = await this.limits();
    const read = readAsOf(query, limits);
    const { year, on, knownOn } = read.asOf;
    const knownAt = knownOn === undefined ? undefined : endOfDay(knownOn);
    const overview = await this.queries.overview({ year, on, ...(knownAt && { knownAt }) });
    const openWork = await this.openWork.openWork(knownAt);
    const posted = await this.standings.of(
      { asOf: read.asOf, knownAt, query },
      { budgetYear: year },
    );
    const lentRoles = await this.banner.view();
    const sums = Object.values(posted.total).join(' ');
    const { drafts, countersigning } = openWork;
    const state = [query, limits, drafts, countersigning, lentRoles?.texts, sums];
    return this.kept.get(overview, state, () =>
      renderOverview(this.pages, overview, {
        officeName: this.settings.officeName,
        ...(knownOn !== undefined && { knownOn }),
        openWork,
        lentRoles,
        posted,
        head: { asOf: asOfBar(paths.overview, query, limits, read) },
        link: asOfLink(read.asOf, limits),
      }),
    );
  }

  /** An empty book has no year yet: the running one is shown. */
  private async limits(): Promise<AsOfLimits> {
    const today = this.clock.today();
    const granted = await this.queries.grantedYears();
    const years = granted.length === 0 ? [yearOf(today)] : granted;
    return { years, defaultYear: years[0] ?? yearOf(today), today };
  }
}
