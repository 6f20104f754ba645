import 'reflect-metadata';
import { Book } from './platform/database/book.js';
import { HeldFormRounds } from './identity/held-forms/held-form-rounds.js';
import { PeopleQueries } from './identity/people/people.queries.js';
import { SealMailRounds } from './ledger/seal-mail-rounds.js';
import { openApp } from './open-app.js';
import { AppConfig } from './platform/config/app-config.js';
import { explainedFailure } from './start-failure.js';
import { demoTable } from './web/sign-in/demo-table.js';

/** Starts the service; a start that fails says why in German, and ends with 1. */
async function start(): Promise<void> {
  const app = await openApp();
  const { host, port, publicUrl } = app.get(AppConfig);
  await app.listen(port, host);
  const url = publicUrl ?? (await app.getUrl()).replace('[::1]', 'localhost');
  for (const rounds of [SealMailRounds, HeldFormRounds]) void app.get(rounds).start();
  process.stdout.write(`Das Weiterleitungsbuch läuft: ${url}\n`);
  if (app.get(Book).kind === 'example') {
    process.stdout.write(demoTable(await app.get(PeopleQueries).all(), url));
  }
}

start().catch((error: unknown) => {
  process.stderr.write(`${explainedFailure(error)}\n`);
  process.exitCode = 1;
});
