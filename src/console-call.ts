import type { Writable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { LinkMails } from './identity/links/link-mails.js';
import { InvitePersonCommand } from './identity/people/invite-person.command.js';
import { InvitePersonUseCase } from './identity/people/invite-person.use-case.js';
import { PeopleQueries } from './identity/people/people.queries.js';
import { RenewAccessCommand } from './identity/people/renew-access.command.js';
import { RemoveSecondFactorUseCase } from './identity/second-factor/remove-second-factor.use-case.js';
import { CreateTokenCommand } from './identity/tokens/create-token.command.js';
import { CreateTokenUseCase } from './identity/tokens/create-token.use-case.js';
import { ExportLedgerCommand } from './ledger/exchange/export-ledger.command.js';
import { ImportEntriesUseCase } from './ledger/exchange/import-entries.use-case.js';
import { ImportLedgerCommand } from './ledger/exchange/import-ledger.command.js';
import { JournalStream } from './ledger/exchange/journal-stream.js';
import { LedgerBalancesCommand } from './ledger/exchange/ledger-balances.command.js';
import { LedgerQueries } from './ledger/ledger.queries.js';
import { readConfig } from './platform/config/app-config.js';
import { SealBookCommand } from './ledger/seal-book.command.js';
import { SealBookUseCase } from './ledger/seal-book.use-case.js';
import { SendSealUseCase } from './ledger/send-seal.use-case.js';
import { VerifyBookCommand } from './ledger/verify-book.command.js';
import { VerifyBookUseCase } from './ledger/verify-book.use-case.js';
import type { Command, CommandCall, ConsoleIo } from './platform/console/command.js';
import { Reader } from './platform/database/reader.js';
import { Ids } from './platform/ids/ids.js';
import { CheckDefinitionsCommand } from './programmes/check-definitions.command.js';
import { DefinitionImporters } from './programmes/definition-import.js';
import { ExportDefinitionsCommand } from './programmes/export-definitions.command.js';
import { ImportDefinitionsCommand } from './programmes/import-definitions.command.js';
import { ImportDefinitionsUseCase } from './programmes/import-definitions.use-case.js';
import { OpenBookUseCase } from './programmes/open-book.use-case.js';
import { Programmes } from './programmes/programmes.js';
import { explainedFailure } from './start-failure.js';
import { SpreadsheetWorkbook } from './web/ledger/spreadsheet-workbook.js';

/** Where a call comes from and writes to. */
export interface Terminal {
  /** Settings: DATABASE_URL names the book. */
  readonly environment: NodeJS.ProcessEnv;
  /** Results: lines, and whole files that are not written into a folder. */
  readonly out: Writable;
  /** Progress, usage and mistakes. */
  readonly err: Writable;
}

/** Commands that open the book first, as a start of the service does. */
const ON_BOOK: readonly {
  synopsis: CommandCall;
  on: (book: INestApplicationContext, out: Writable) => Command;
}[] = [
  {
    synopsis: ImportDefinitionsCommand.synopsis,
    on: (book) => new ImportDefinitionsCommand(book.get(ImportDefinitionsUseCase)),
  },
  {
    synopsis: ExportDefinitionsCommand.synopsis,
    on: (book) =>
      new ExportDefinitionsCommand(
        book.get(Reader),
        book.get(DefinitionImporters),
        book.get(Programmes),
      ),
  },
  {
    synopsis: VerifyBookCommand.synopsis,
    on: (book) => new VerifyBookCommand(book.get(VerifyBookUseCase)),
  },
  {
    synopsis: SealBookCommand.synopsis,
    on: (book) => new SealBookCommand(book.get(SealBookUseCase), book.get(SendSealUseCase)),
  },
  {
    synopsis: ExportLedgerCommand.synopsis,
    on: (book, out) =>
      new ExportLedgerCommand(book.get(JournalStream), new SpreadsheetWorkbook(), out),
  },
  {
    synopsis: ImportLedgerCommand.synopsis,
    on: (book) => new ImportLedgerCommand(book.get(ImportEntriesUseCase)),
  },
  {
    synopsis: LedgerBalancesCommand.synopsis,
    on: (book) => new LedgerBalancesCommand(book.get(LedgerQueries)),
  },
  {
    synopsis: InvitePersonCommand.synopsis,
    on: (book) =>
      new InvitePersonCommand(
        book.get(InvitePersonUseCase, { strict: false }),
        book.get(Ids, { strict: false }),
        book.get(LinkMails, { strict: false }),
      ),
  },
  {
    synopsis: RenewAccessCommand.synopsis,
    on: (book) =>
      new RenewAccessCommand(
        book.get(PeopleQueries, { strict: false }),
        book.get(InvitePersonUseCase, { strict: false }),
        book.get(RemoveSecondFactorUseCase, { strict: false }),
        book.get(Ids, { strict: false }),
        book.get(LinkMails, { strict: false }),
      ),
  },
  {
    synopsis: CreateTokenCommand.synopsis,
    on: (book) =>
      new CreateTokenCommand(
        book.get(CreateTokenUseCase, { strict: false }),
        book.get(Ids, { strict: false }),
      ),
  },
];

/**
 * Runs a call of the console: "definitions check DATEI…".
 * @returns 0 fine, 1 a finding or a failure (told), 2 a wrong call (told with the usage)
 */
export async function runConsole(words: readonly string[], terminal: Terminal): Promise<number> {
  const io: ConsoleIo = {
    out: (line) => terminal.out.write(`${line}\n`),
    err: (line) => terminal.err.write(`${line}\n`),
  };
  try {
    return await run(words, io, terminal);
  } catch (error) {
    io.err(explainedFailure(error));
    return 1;
  }
}

async function run(words: readonly string[], io: ConsoleIo, terminal: Terminal): Promise<number> {
  const name = words.slice(0, 2).join(' ');
  const args = words.slice(2);
  if (name === CheckDefinitionsCommand.synopsis.name) {
    return new CheckDefinitionsCommand(readConfig(terminal.environment)).run(args, io);
  }
  const command = ON_BOOK.find(({ synopsis }) => synopsis.name === name);
  if (command === undefined) return tellUsage(io);
  if (!command.synopsis.accepts(args, io)) return 2;
  // Why a book cannot be opened is told in one sentence; what goes wrong later, as it happens.
  const book = await NestFactory.createApplicationContext(
    AppModule.forRoot({ config: readConfig(terminal.environment) }),
    { logger: false, abortOnError: false },
  );
  book.useLogger(['error', 'fatal']);
  try {
    await book.get(OpenBookUseCase).execute();
    return await command.on(book, terminal.out).run(args, io);
  } finally {
    await book.close();
  }
}

function tellUsage(io: ConsoleIo): number {
  io.err('Aufrufe:');
  for (const { synopsis } of [CheckDefinitionsCommand, ...ON_BOOK]) io.err(`  ${synopsis.usage}`);
  return 2;
}
