import { ask, textOf } from '../../../web/answers.js';
import { sentenceFor } from '../../../../src/web/messages/messages.js';
import type { Refusal } from '../refusal.js';
import { headersOf } from '../identity-world.js';

const CODE = 'identity.form-foreign';

export const refusal: Refusal = {
  provoke: async (world) => {
    const cookie = await headersOf(world, 'sachbearbeitung@kreis-unna.example');
    const headers = { ...cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const form = { method: 'POST', headers, body: 'grund=Versehen' };
    const { status, body } = await ask(world.app, '/stellen/luenen-k2-1/zuruecknehmen', form);
    const { detail } = sentenceFor(CODE, {});
    return { code: CODE, status, facts: {}, detail: textOf(body).includes(detail) ? detail : body };
  },
  expected: {
    status: 403,
    facts: {},
    detail:
      'Die Seite wurde vor Ihrer Anmeldung geladen, oder das Formular kam von einer anderen ' +
      'Seite. Es wurde nichts gespeichert. Laden Sie die Seite neu und senden Sie sie noch einmal.',
  },
};
