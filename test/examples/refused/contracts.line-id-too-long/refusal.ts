import { aContract, aLine, aVersion } from '../../../support/contract-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const CONTRACT = 'weiterleitung-kim-luenen-und-nachbarn-1';
const LINE = 'fallmanagement-im-nordkreis-mit-selm';
const line = aLine({ id: LINE, funding: [{ source: 'own-funds', year: 2023 }] });

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() => record(aContract({ id: CONTRACT, versions: [aVersion({ lines: [line] })] }))),
  expected: {
    status: 422,
    facts: { id: `${CONTRACT}/1/${LINE}`, limit: 64 },
    detail:
      `Vertrag, Fassung und Zeile ergeben zusammen die Kennung „${CONTRACT}/1/${LINE}“; ` +
      'möglich sind 64 Zeichen. Kürzen Sie die Kennung des Vertrags oder der Zeile.',
  },
};
