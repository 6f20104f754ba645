import { readConfig } from '../../../../src/platform/config/app-config.js';
import { Secrets } from '../../../../src/platform/secrets/secrets.js';
import { newSecretsKey } from '../../../support/secrets-key.js';
import { stopped, type Refusal } from '../refusal.js';

const withKey = (): Secrets => new Secrets(readConfig({ SECRETS_KEY: newSecretsKey() }));

export const refusal: Refusal = {
  provoke: () => {
    const text = withKey().seal('JBSWY3DPEHPK3PXP', 'second-factor:anna');
    return stopped(() => withKey().open(text, 'second-factor:anna'));
  },
  expected: {
    status: 409,
    facts: {},
    detail:
      'Das gespeicherte Geheimnis lässt sich nicht lesen: Der Schlüssel des Buchs (SECRETS_KEY) ist ein anderer, ' +
      'oder der Eintrag wurde verändert. Es liegt nicht an Ihrem Code. Bitte sagen Sie dem Betrieb Bescheid; ' +
      'ein Wiederherstellungscode gilt auch jetzt.',
  },
};
