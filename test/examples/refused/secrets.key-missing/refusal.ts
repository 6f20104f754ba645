import { readConfig } from '../../../../src/platform/config/app-config.js';
import { Secrets } from '../../../../src/platform/secrets/secrets.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: () => {
    const secrets = new Secrets(readConfig({ DATABASE_URL: 'postgres://buch@rechner/buch' }));
    return stopped(() => secrets.seal('JBSWY3DPEHPK3PXP', 'second-factor:anna'));
  },
  expected: {
    status: 409,
    facts: {},
    detail:
      'Das Geheimnis eines zweiten Faktors wird nur verschlüsselt gespeichert. Dafür muss der Betrieb erst ' +
      'den Schlüssel hinterlegen (Einstellung SECRETS_KEY). Es wurde nichts gespeichert.',
  },
};
