import { BookOpeners } from '../../src/platform/database/book-openers.js';
import { Capacity } from '../../src/capacity/capacity.js';
import { CapacityQueries } from '../../src/capacity/capacity.queries.js';
import { CommitmentExcessQueries } from '../../src/contracts/commitment-excess.queries.js';
import { ContractExporter, PartnerExporter } from '../../src/contracts/contract.exporter.js';
import { ContractImporter } from '../../src/contracts/contract.importer.js';
import { Contracts, ContractWriting, LineWatchers } from '../../src/contracts/contracts.js';
import { Commitments } from '../../src/contracts/commitments.js';
import { WrittenContents } from '../../src/ledger/chain/written-contents.js';
import { Assignments } from '../../src/ledger/entries/assignments.js';
import { SumGuard } from '../../src/ledger/entries/sum-guard.js';
import { EntryWriting } from '../../src/ledger/entries/entry-writing.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { LineCapacities } from '../../src/contracts/line-capacities.js';
import { NoticeUsers } from '../../src/contracts/notice-users.js';
import { VanishingLines } from '../../src/contracts/vanishing-lines.js';
import { PartnerImporter } from '../../src/contracts/partner.importer.js';
import { toJson } from '../../src/domain/errors/domain-error.js';
import { Grants, NoticeLineWatchers } from '../../src/grants/grants.js';
import { NoticeLineGrants } from '../../src/grants/notice-line-grants.js';
import { NoticePostings } from '../../src/grants/notice-postings.js';
import { NoticeExporter } from '../../src/grants/notice.exporter.js';
import { NoticeImporter } from '../../src/grants/notice.importer.js';
import { TurnoverQueries } from '../../src/ledger/turnover.queries.js';
import { readConfig, type BookKind } from '../../src/platform/config/app-config.js';
import { Book } from '../../src/platform/database/book.js';
import { BookFactsReader } from '../../src/positions/book-facts.js';
import { OverviewQueries } from '../../src/positions/overview.queries.js';
import { OwnPostUses } from '../../src/positions/own-post-uses.js';
import { OccupancyCapacities } from '../../src/positions/occupancy-capacities.js';
import { PositionCapacities } from '../../src/positions/position-capacities.js';
import { PositionExporter } from '../../src/positions/position.exporter.js';
import { PositionImporter } from '../../src/positions/position.importer.js';
import { DefinitionImporters, RefusalWording } from '../../src/programmes/definition-import.js';
import { ImportDefinitionsUseCase } from '../../src/programmes/import-definitions.use-case.js';
import { LawTables } from '../../src/programmes/law-tables.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { Programmes } from '../../src/programmes/programmes.js';
import { ReleaseDefinitionsUseCase } from '../../src/programmes/release-definitions.use-case.js';
import type { TestBook } from './test-book.js';

/** A refusal as code and facts: tests look at these, people read the sentence. */
class CodeAndFacts extends RefusalWording {
  describe(error: Parameters<RefusalWording['describe']>[0]): string {
    return `${error.code} ${toJson(error.facts)}`;
  }
}

/** Notices, contracts and posts over a test book, put together as the modules do it. */
export function bookModules(book: TestBook) {
  const { unitOfWork, reader, version, ids } = book;
  const programmes = new Programmes();
  const lawTables = new LawTables();
  const importers = new DefinitionImporters();
  const writing = new EntryWriting(new Assignments(), new WrittenContents());
  const ledger = new Ledger(ids, writing, new SumGuard());
  const noticePostings = new NoticePostings(ledger);
  const commitments = new Commitments(ledger);
  const capacity = new Capacity(ids);
  const capacityQueries = new CapacityQueries(reader);
  const grants = new Grants();
  const contracts = new Contracts();
  const watchers = new LineWatchers();
  const noticeWatchers = new NoticeLineWatchers();
  const positionCapacities = new PositionCapacities(
    ...([capacity, contracts, grants, programmes, watchers] as const),
  );
  watchers.register(positionCapacities);
  new OwnPostUses(capacity, grants, programmes, noticeWatchers).onModuleInit();
  new NoticeUsers(noticeWatchers).onModuleInit();
  const lineCapacities = new LineCapacities(capacity, watchers);
  importers.register(new PartnerImporter());
  importers.register(
    new NoticeImporter(
      new NoticeLineGrants(capacity, noticeWatchers, noticePostings),
      noticePostings,
    ),
  );
  importers.register(
    new ContractImporter(
      grants,
      lineCapacities,
      new ContractWriting(lineCapacities, new VanishingLines(watchers), commitments),
      commitments,
    ),
  );
  importers.register(new PositionImporter(positionCapacities, new OccupancyCapacities(capacity)));
  importers.registerExporter(new PartnerExporter());
  importers.registerExporter(new NoticeExporter());
  importers.registerExporter(new ContractExporter());
  importers.registerExporter(new PositionExporter());
  const importsOf = (kind: BookKind) =>
    new ImportDefinitionsUseCase(
      ...([unitOfWork, new Book(kind), reader, importers, programmes, new CodeAndFacts()] as const),
    );
  const imports = importsOf('example');
  const facts = new BookFactsReader(version, reader, grants, contracts);
  const excesses = new CommitmentExcessQueries(new TurnoverQueries(reader));
  const overview = new OverviewQueries(version, facts, programmes, capacityQueries, excesses);
  const openWith = (kind: BookKind) =>
    new OpenBookUseCase(
      ...([
        readConfig({ BOOK: kind }),
        new Book(kind),
        unitOfWork,
        reader,
        new ReleaseDefinitionsUseCase(),
        importsOf(kind),
        programmes,
        lawTables,
        new BookOpeners(),
      ] as const),
    );
  return {
    ...{ programmes, importers, imports, grants, contracts, facts, overview },
    ...{ ledger, capacity, capacityQueries, watchers, positionCapacities },
    open: () => openWith('example').execute(),
    /** Programmes and law only: the book itself stays empty. */
    openEmpty: () => openWith('empty').execute(),
  };
}

export type BookModules = ReturnType<typeof bookModules>;
