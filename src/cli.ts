import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
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
import { CheckDefinitionsCommand } from './programmes/check-definitions.command.js';
import { DefinitionImporters } from './programmes/definition-import.js';
import { ExportDefinitionsCommand } from './programmes/export-definitions.command.js';
import { ImportDefinitionsCommand } from './programmes/import-definitions.command.js';
import { ImportDefinitionsUseCase } from './programmes/import-definitions.use-case.js';
import { OpenBookUseCase } from './programmes/open-book.use-case.js';
import { Programmes } from './programmes/programmes.js';
import { explainedFailure } from './start-failure.js';
import { SpreadsheetWorkbook } from './web/ledger/spreadsheet-workbook.js';

/** `npm run cli -- …`: commands on the book that DATABASE_URL names. */

const io: ConsoleIo = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

/** Commands that open the book first, as a start of the service does. */
const ON_BOOK: readonly {
  synopsis: CommandCall;
  on: (book: INestApplicationContext) => Command;
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
    on: (book) =>
      new ExportLedgerCommand(book.get(JournalStream), new SpreadsheetWorkbook(), process.stdout),
  },
  {
    synopsis: ImportLedgerCommand.synopsis,
    on: (book) => new ImportLedgerCommand(book.get(ImportEntriesUseCase)),
  },
  {
    synopsis: LedgerBalancesCommand.synopsis,
    on: (book) => new LedgerBalancesCommand(book.get(LedgerQueries)),
  },
];

async function run(words: readonly string[]): Promise<number> {
  const name = words.slice(0, 2).join(' ');
  const args = words.slice(2);
  if (name === CheckDefinitionsCommand.synopsis.name) {
    return new CheckDefinitionsCommand(readConfig()).run(args, io);
  }
  const command = ON_BOOK.find(({ synopsis }) => synopsis.name === name);
  if (command === undefined) return tellUsage();
  return command.synopsis.accepts(args, io) ? runOnBook(command.on, args) : 2;
}

async function runOnBook(
  commandOn: (book: INestApplicationContext) => Command,
  args: readonly string[],
): Promise<number> {
  // Why a book cannot be opened is told in one sentence; what goes wrong later, as it happens.
  const context = await NestFactory.createApplicationContext(AppModule.forRoot(), {
    logger: false,
    abortOnError: false,
  });
  context.useLogger(['error', 'fatal']);
  try {
    await context.get(OpenBookUseCase).execute();
    return await commandOn(context).run(args, io);
  } finally {
    await context.close();
  }
}

function tellUsage(): number {
  io.err('Aufrufe:');
  for (const { synopsis } of [CheckDefinitionsCommand, ...ON_BOOK]) io.err(`  ${synopsis.usage}`);
  return 2;
}

// Whoever reads only the beginning (`… | head`) has what they want.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

void run(process.argv.slice(2))
  .catch((error: unknown) => {
    io.err(explainedFailure(error));
    return 1;
  })
  .then((code) => {
    process.exitCode = code;
  });
