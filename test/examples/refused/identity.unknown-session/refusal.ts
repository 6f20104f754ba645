import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { OwnSessions } from '../../../../src/identity/account/own-sessions.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async ({ app }) => {
    const person = await app.app.get(PeopleQueries).byMail('controlling@kreis-unna.example');
    const sessions = app.app.get(OwnSessions);
    return stopped(() => sessions.end(person?.id ?? '', 'a-session-of-somebody-else'));
  },
  expected: {
    status: 404,
    facts: {},
    detail: 'Sie ist schon beendet, oder es ist keine von Ihren.',
  },
};
