import { Secret, TOTP } from 'otpauth';
import { PassSecondFactorUseCase } from '../../../src/identity/second-factor/pass-second-factor.use-case.js';
import { SetUpSecondFactorUseCase } from '../../../src/identity/second-factor/set-up-second-factor.use-case.js';
import { Sessions } from '../../../src/identity/sessions/sessions.js';
import { SignInUseCase } from '../../../src/identity/sign-in/sign-in.use-case.js';
import type { OpenedApp } from '../../support/open-app.js';
import { account, desk, PASSWORD } from './identity-world.js';

/** What an app on a phone shows at a moment. */
export function codeOf(secret: string, at: string): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(at) });
}

/** Somebody with a second factor: the secret of their app, recovery codes, the session of before and after. */
export async function withFactor(app: OpenedApp, box: string) {
  const person = await account(app, box);
  const before = await app.get(Sessions).open(person.id, 'password', desk(49));
  const settingUp = app.get(SetUpSecondFactorUseCase);
  await settingUp.begin(person.id, '');
  const secret = (await settingUp.offered(person.id)) ?? '';
  const set = await settingUp.confirm(person.id, codeOf(secret, app.clock.now()), desk(50));
  return { person, secret, before, codes: set.recoveryCodes, session: set.session };
}

/** The ticket after a right password. */
export async function ticketOf(app: OpenedApp, mail: string): Promise<string> {
  const answer = await app.get(SignInUseCase).execute({ mail, password: PASSWORD }, desk(51));
  if (answer.kind !== 'second-factor') throw new Error(answer.kind);
  return answer.ticket;
}

/** What comes of a code: "in", or the code of the refusal. */
export async function passed(app: OpenedApp, ticket: string, code: string): Promise<string> {
  try {
    await app.get(PassSecondFactorUseCase).execute(ticket, code, desk(52));
    return 'in';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}
