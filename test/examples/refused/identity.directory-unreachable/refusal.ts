import { OfficeDirectory } from '../../../../src/identity/directory/office-directory.js';
import { stopped, type Refusal } from '../refusal.js';

/** Port 9 is for throwing away what comes; nobody listens there. */
const gone = {
  ...{ issuer: 'http://127.0.0.1:9', clientId: 'buch', clientSecret: undefined },
  groupsClaim: 'groups',
};

export const refusal: Refusal = {
  provoke: () =>
    stopped(() =>
      new OfficeDirectory(gone, { warn: () => undefined }).begin('http://127.0.0.1/zurueck'),
    ),
  expected: {
    status: 503,
    facts: {},
    detail:
      'Das Verzeichnis Ihres Amts ist gerade nicht zu erreichen. Versuchen Sie es in einer Minute ' +
      'neu; bleibt es dabei, sagen Sie Ihrer IT Bescheid.',
  },
};
