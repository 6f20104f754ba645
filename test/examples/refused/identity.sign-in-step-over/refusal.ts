import { PassSecondFactorUseCase } from '../../../../src/identity/second-factor/pass-second-factor.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() =>
      app.app
        .get(PassSecondFactorUseCase)
        .execute('nobody-has-this-ticket', '123456', { address: '10.3.0.1', browser: '' }),
    ),
  expected: {
    status: 401,
    facts: {},
    detail:
      'Zwischen Passwort und Code ist zu viel Zeit vergangen, oder das Passwort wurde in einem anderen ' +
      'Browser eingegeben. Es wurde niemand angemeldet.',
  },
};
