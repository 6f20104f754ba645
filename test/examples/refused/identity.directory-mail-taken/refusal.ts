import { DirectoryAccounts } from '../../../../src/identity/directory/directory-accounts.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) => {
    const told = { subject: 'sabine', name: 'Sabine Vogt', groups: [] };
    const mail = 'sachbearbeitung@kreis-unna.example';
    const accounts = app.app.get(DirectoryAccounts);
    return stopped(() => accounts.settle({ ...told, mail }, ['officer']));
  },
  expected: {
    status: 409,
    facts: {},
    detail:
      'Das Buch übernimmt es nicht von selbst, damit niemand über eine Mailadresse an ein fremdes Konto ' +
      'kommt. Melden Sie sich mit dem Passwort an, oder bitten Sie die Verwaltung der Konten, dem alten ' +
      'Konto eine andere Adresse zu geben oder es zu schließen und zu löschen.',
  },
};
