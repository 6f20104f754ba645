import 'reflect-metadata';
import { SealMailRounds } from './ledger/seal-mail-rounds.js';
import { openApp } from './open-app.js';
import { AppConfig } from './platform/config/app-config.js';
import { explainedFailure } from './start-failure.js';

/** Starts the service; a start that fails says why in German, and ends with 1. */
async function start(): Promise<void> {
  const app = await openApp();
  const { host, port } = app.get(AppConfig);
  await app.listen(port, host);
  const url = await app.getUrl();
  void app.get(SealMailRounds).start();
  process.stdout.write(`Das Weiterleitungsbuch läuft: ${url.replace('[::1]', 'localhost')}\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(`${explainedFailure(error)}\n`);
  process.exitCode = 1;
});
