import { setTimeout as pause } from 'node:timers/promises';
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
