import { aNotice, aNoticeLine } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const NOTICE = 'bescheid-kommunales-integrationsmanage';
const LINE = 'fallmanagement-und-koordination';

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() => record(aNotice({ id: NOTICE, lines: [aNoticeLine({ id: LINE })] }))),
  expected: {
    status: 422,
    facts: { id: `${NOTICE}/${LINE}`, limit: 64 },
    detail:
      `Bescheid und Zeile ergeben zusammen die Kennung „${NOTICE}/${LINE}“; ` +
      'möglich sind 64 Zeichen. Kürzen Sie die Kennung des Bescheids oder der Zeile.',
  },
};
