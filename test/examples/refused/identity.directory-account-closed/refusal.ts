import { DirectoryAccounts } from '../../../../src/identity/directory/directory-accounts.js';
import { CloseAccountUseCase } from '../../../../src/identity/people/close-account.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const TOLD = { subject: 'bernd', name: 'Bernd Beispiel', mail: 'bernd@haus.example', groups: [] };

export const refusal: Refusal = {
  given: async ({ app }) => {
    const id = await app.app.get(DirectoryAccounts).settle(TOLD, ['officer']);
    const change = { by: 'system:tests', reason: 'Amt gewechselt', key: 'closes-bernd' };
    await app.app.get(CloseAccountUseCase).close(change, id);
  },
  provoke: ({ app }) => stopped(() => app.app.get(DirectoryAccounts).settle(TOLD, ['officer'])),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Das Verzeichnis kennt Sie, aber die Verwaltung der Konten hat Ihr Konto hier geschlossen. ' +
      'Nur sie kann es wieder öffnen.',
  },
};
