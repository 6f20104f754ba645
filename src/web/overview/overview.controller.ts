import { Controller, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { acting } from '../../identity/identity.js';
import { RightLacking } from '../../identity/identity.errors.js';
import { Clock } from '../../platform/clock/clock.js';
import { OverviewQueries } from '../../positions/overview.queries.js';
import { asOfBar, asOfLink } from '../as-of/as-of-bar.view.js';
import { readAsOf, type AsOfLimits, type PageQuery } from '../as-of/as-of.js';
import { endOfDay } from '../as-of/known-at.js';
import { MoneyStandings } from '../ledger/money-standings.js';
import { paths } from '../paths.js';
import { KeptPages } from '../shell/kept-pages.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { OpenWorkQueries } from './open-work.js';
import { PartnerStart } from './partner-start.js';
import { renderOverview } from './overview.view.js';

const ADMINISTRATION = '/verwaltung';

/**
 * "Übersicht", the first page of the book; without a year the latest granted one. Partners see their
 * own things, administrators are led to the accounts.
 */
@Controller()
export class OverviewController {
  private readonly kept = new KeptPages();

  constructor(
    private readonly pages: Pages,
    private readonly queries: OverviewQueries,
    private readonly openWork: OpenWorkQueries,
    private readonly standings: MoneyStandings,
    private readonly clock: Clock,
    private readonly settings: WebSettings,
    private readonly partnerStart: PartnerStart,
    private readonly table: AccessTable,
  ) {}

  @Page(paths.overview)
  async show(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { partner, roles } = acting();
    if (partner !== undefined) return this.partnerStart.page(partner, query);
    if (roles.includes('administrator')) return this.toAdministration(reply);
    return this.ofOffice(query);
  }

  /** Administrators have no case to look at. @throws RightLacking where there is nothing to administer */
  private toAdministration(reply: FastifyReply): string {
    if (!this.table.may(acting(), `GET ${ADMINISTRATION}`)) throw new RightLacking({ roles: '' });
    reply.status(303).header('location', ADMINISTRATION);
    return '';
  }

  private async ofOffice(query: PageQuery): Promise<string> {
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
    const sums = Object.values(posted.total).join(' ');
    return this.kept.get(overview, [query, limits, openWork.drafts, sums], () =>
      renderOverview(this.pages, overview, {
        officeName: this.settings.officeName,
        ...(knownOn !== undefined && { knownOn }),
        openWork,
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
