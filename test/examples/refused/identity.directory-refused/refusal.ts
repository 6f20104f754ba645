import { signIn } from '../directory-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => signIn((server, url) => server.giveUp(url), { name: 'Anna Beispiel' })),
  expected: {
    status: 403,
    facts: { reason: 'access_denied' },
    detail:
      'Sie haben dort abgebrochen, oder Ihr Konto ist für das Buch nicht freigegeben. ' +
      'Wenden Sie sich an Ihre IT, wenn Sie das Buch brauchen.',
  },
};
