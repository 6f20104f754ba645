import { Controller, Param, Query, Res } from '@nestjs/common';
import { UnknownContract } from '../../contracts/contracts.errors.js';
import { ContractsQueries, type ContractDetail } from '../../contracts/contracts.queries.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../../programmes/definitions/definition.js';
import { trailLink } from '../audit/trail-link.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import type { BookPage } from '../book/book-page.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { beginButton } from '../editing/begin-button.js';
import { MoneyStandings } from '../ledger/money-standings.js';
import { ListPages, type FileReply } from '../lists/list-pages.js';
import { paths, routes } from '../paths.js';
import { areaName } from '../shell/area-names.js';
import { Page } from '../shell/page.decorator.js';
import type { PageHead } from '../shell/pages.js';
import { CONTRACT_FORM } from './forms/contract.form.js';
import { CONTRACT_HEAD_FORM } from './forms/contract-head.form.js';
import { contractComparisonView } from './contract-comparison.view.js';
import { contractDetailView } from './contract-detail.view.js';
import { contractListView } from './contract-list.view.js';
import { contractsList } from './contracts.list.js';
import { askedVersion, shownVersion, versionBefore } from './contract-state.js';

/** "Verträge": lists, one contract in one of its versions, and two versions compared. */
@Controller()
export class ContractsController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly lists: ListPages,
    private readonly standings: MoneyStandings,
  ) {}

  @Page(paths.contracts)
  list(
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FileReply,
  ): Promise<string | Buffer> {
    return this.lists.answer(contractsList, query, reply, ({ page, render }, list) => {
      const head = {
        ...titlesOf(page),
        area: paths.contracts,
        actions: [beginButton('Vertrag eintragen', CONTRACT_FORM, { primary: true })],
      };
      return render('contracts/list', head, contractListView(page, list));
    });
  }

  @Page(routes.contract)
  async detail(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.contract(id), query);
    const { contract: fact, ...recorded } = await this.find(id, open);
    const wanted = queryText(query, 'fassung');
    const version = shownVersion(fact, open.page.asOf.on, wanted);
    if (version === undefined) throw new UnknownContract({ contract: id });
    const history = await this.contracts.history(id);
    const known = history.filter(({ recordedAt }) => !open.knownAt || recordedAt <= open.knownAt);
    const { asOf } = open.page;
    const posted = await this.standings.of(
      { asOf, knownAt: open.knownAt, query },
      { contract: id },
    );
    const { title, fileReference, programme } = fact;
    const example = exampleOf(fact, version);
    const head = {
      title,
      subline: `${fileReference} · ${open.page.names.programme(programme)}`,
      area: paths.contracts,
      back: {
        href: open.page.link(paths.contracts),
        label: areaName(paths.contracts, 'Alle Verträge'),
      },
      actions: [beginButton('Stammdaten berichtigen', CONTRACT_HEAD_FORM, { subject: id })],
      links: [trailLink('contract', id)],
      ...(example !== '' && { example }),
    };
    return open.render(
      'contracts/detail',
      head,
      contractDetailView(open.page, { ...recorded, fact }, { version, history: known, posted }),
    );
  }

  @Page(routes.contractComparison)
  async comparison(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(`${paths.contract(id)}/vergleich`, query);
    const { contract: fact } = await this.find(id, open);
    const { before, after } = comparedVersions(open, fact, query);
    const head = {
      title: 'Was sich geändert hat',
      subline: `${fact.title}: von „${before.title}“ zu „${after.title}“`,
      area: paths.contracts,
      back: { href: open.page.link(paths.contract(id)), label: 'Zum Vertrag' },
    };
    const differences = await this.contracts.compare(id, before.number, after.number, open.knownAt);
    return open.render(
      'contracts/comparison',
      head,
      contractComparisonView(open.page, fact, { before, after, differences }),
    );
  }

  private find(id: string, { page, knownAt }: OpenBook): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: page.asOf.on, knownAt });
  }
}

function titlesOf({ facts, asOf }: BookPage): Pick<PageHead, 'title' | 'subline'> {
  return facts.partner === undefined
    ? {
        title: areaName(paths.contracts, 'Verträge'),
        subline: `Wer ${asOf.year} wie viel bekommt, und nach welcher Fassung`,
      }
    : {
        title: areaName(paths.contracts, 'Verträge'),
        subline: `Was Ihre Organisation unterschrieben hat, und was sie ${asOf.year} daraus bekommt`,
      };
}

function exampleOf({ example }: ContractDefinition, version: ContractVersionDefinition): string {
  return [example, version.example].filter((text) => text !== undefined).join(' ');
}

/** The versions of `von` and `nach`; without them the last step to the version shown. */
function comparedVersions(
  { page }: OpenBook,
  contract: ContractDefinition,
  query: PageQuery,
): { readonly before: ContractVersionDefinition; readonly after: ContractVersionDefinition } {
  const after = shownVersion(contract, page.asOf.on, queryText(query, 'nach'));
  if (after === undefined) throw new UnknownContract({ contract: contract.id });
  const before =
    askedVersion(contract, queryText(query, 'von')) ??
    versionBefore(contract, after.number) ??
    after;
  return { before, after };
}
