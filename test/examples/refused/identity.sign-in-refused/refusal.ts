import { SignInUseCase } from '../../../../src/identity/sign-in/sign-in.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() =>
      app.app
        .get(SignInUseCase)
        .execute(
          { mail: 'sachbearbeitung@kreis-unna.example', password: 'zum ausprobieren' },
          { address: '10.1.0.1', browser: '' },
        ),
    ),
  expected: {
    status: 401,
    facts: {},
    detail:
      'Mailadresse und Passwort passen nicht zusammen. Achten Sie auf Groß- und Kleinschreibung. ' +
      'Wenn Sie das Passwort nicht mehr wissen, wählen Sie „Passwort vergessen?“.',
  },
};
