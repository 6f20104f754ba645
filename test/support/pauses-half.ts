import { setTimeout as pause } from 'node:timers/promises';
import { Ledger } from '../../src/ledger/ledger.js';
import { DefinitionImporters } from '../../src/programmes/definition-import.js';

/**
 * Loaded before the product (`node --import`): the import of the kind that PAUSE_AT names takes
 * its first file in, says "half", and then waits, in the middle of the transaction, to be killed.
 */
// eslint-disable-next-line @typescript-eslint/unbound-method -- bound again by `call` below
const { importerOf } = DefinitionImporters.prototype;

DefinitionImporters.prototype.importerOf = function (kind) {
  const importer = importerOf.call(this, kind);
  if (importer === undefined || kind !== process.env['PAUSE_AT']) return importer;
  return {
    kind,
    import: async (...parameters) => {
      const result = await importer.import(...parameters);
      process.stdout.write('half\n');
      await pause(60_000);
      return result;
    },
  };
};

/** PAUSE_AT `entries`: the same for the first entries of a file that come into the journal. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- bound again by `call` below
const { takeIn } = Ledger.prototype;

Ledger.prototype.takeIn = async function (tx, entries) {
  await takeIn.call(this, tx, entries);
  if (process.env['PAUSE_AT'] !== 'entries') return;
  process.stdout.write('half\n');
  await pause(60_000);
};
