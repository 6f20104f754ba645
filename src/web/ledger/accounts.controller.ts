import { Controller, NotFoundException, Param, Query } from '@nestjs/common';
import { LedgerQueries } from '../../ledger/ledger.queries.js';
import { RegisterQueries } from '../../ledger/register.queries.js';
import { trailLink } from '../audit/trail-link.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { CURSOR, questionWords } from './journal.view.js';
import { LedgerPages } from './ledger-pages.js';
import { questionLink } from '../lists/question-link.js';
import { registerView } from './register.view.js';
import { trialBalanceView } from './trial-balance.view.js';

const ROWS_PER_PAGE = 100;

/** "Konten": what stands on them, and the postings behind each balance. */
@Controller()
export class AccountsController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly queries: LedgerQueries,
    private readonly registers: RegisterQueries,
  ) {}

  @Page(paths.accounts)
  async list(@Query() query: PageQuery): Promise<string> {
    const open = await this.ledger.open(query);
    const { dimensions, asOf, knownAt } = open.question;
    const balances = await this.queries.balances({
      ...dimensions,
      asOf: asOf ?? open.today,
      ...(knownAt && { knownAt }),
    });
    const head = {
      title: 'Konten',
      subline: questionWords(open) || 'Was auf jedem Konto steht',
      area: paths.accounts,
    };
    return open.render('ledger/accounts', head, trialBalanceView(open, balances));
  }

  @Page(routes.account)
  async register(@Param('konto') key: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.ledger.open(query);
    const account = open.accounts.find((known) => known.key === key);
    if (account === undefined) throw new NotFoundException();
    const { dimensions, from, asOf, knownAt } = open.question;
    const after = queryText(query, CURSOR);
    const page = await this.registers.page(
      {
        ...dimensions,
        account: account.key,
        to: asOf ?? open.today,
        ...(from && { from }),
        ...(knownAt && { knownAt }),
      },
      { after, limit: ROWS_PER_PAGE },
    );
    const head = {
      title: account.name,
      subline: questionWords(open) || 'Kontoblatt',
      area: paths.accounts,
      back: { href: questionLink(paths.accounts, open.question), label: 'Alle Konten' },
      links: [trailLink('account', account.key)],
    };
    return open.render('ledger/account', head, registerView(open, account, page, after));
  }
}
