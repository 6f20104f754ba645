import { OfficeDirectory } from '../../../../src/identity/directory/office-directory.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => new OfficeDirectory(undefined).begin('https://buch.kreis.example/zurueck')),
  expected: {
    status: 404,
    facts: {},
    detail:
      'Für dieses Buch ist kein Verzeichnis des Amts eingestellt (OIDC_ISSUER). ' +
      'Melden Sie sich mit Mailadresse und Passwort an.',
  },
};
