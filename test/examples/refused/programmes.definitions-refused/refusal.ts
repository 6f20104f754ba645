import { readSources } from '../../../../src/programmes/definitions/load-definitions.js';
import { changedSource } from '../../../use-cases/programmes/shipped.js';
import { stopped, type Refusal } from '../refusal.js';

const changed = readSources([
  changedSource('kreis-unna/positions/bergkamen.yaml', ['from: 2023-10-01', 'from: 2023-06-15']),
]);

const file = 'contracts/kreis-unna/positions/bergkamen.yaml';
const path = 'positions[1].occupancies[1].share';
const message =
  'Am 15.06.2023 sind 2,0 VzÄ besetzt, geplant sind 1,0: ' +
  `bergkamen-k2-2-1 (01.09.2022 bis 30.06.2023, 1,0, ${file}:27) und ` +
  `bergkamen-k2-2-2 (ab 15.06.2023, 1,0, ${file}:28). ` +
  'Eine Vertretung wird mit „cover: true“ bezeichnet.';

export const refusal: Refusal = {
  provoke: ({ modules }) => stopped(() => modules.imports.execute(changed.files, 'person:test')),
  expected: {
    status: 422,
    facts: { count: 1, file, line: 28, column: 79, path, message },
    detail:
      'Die Definitionsdateien enthalten einen Fehler; übernommen wurde nichts. ' +
      `${file}:28:79 bei ${path}: ${message}`,
  },
};
