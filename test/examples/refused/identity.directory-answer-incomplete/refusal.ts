import { signIn } from '../directory-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => signIn((server, url) => server.signIn(url, 'anna'), { name: 'Anna Beispiel' })),
  expected: {
    status: 403,
    facts: { missing: 'mail' },
    detail:
      'Das Verzeichnis Ihres Amts nennt keine Mailadresse. ' +
      'Bitten Sie Ihre IT, die Angabe zu ergänzen und für das Buch freizugeben.',
  },
};
