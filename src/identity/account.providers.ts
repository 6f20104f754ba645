import { ChangePasswordUseCase } from './account/change-password.use-case.js';
import { OwnPassword } from './account/own-password.js';
import { OwnSessions } from './account/own-sessions.js';
import { directoryProviders } from './directory/directory.providers.js';
import { ChangeSecondFactorUseCase } from './second-factor/change-second-factor.use-case.js';
import { PassSecondFactorUseCase } from './second-factor/pass-second-factor.use-case.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { RemoveSecondFactorUseCase } from './second-factor/remove-second-factor.use-case.js';
import { SealedFactors } from './second-factor/sealed-factors.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SetUpSecondFactorUseCase } from './second-factor/set-up-second-factor.use-case.js';
import { SignInTickets } from './second-factor/sign-in-tickets.js';

/** What people do with their own account, their second factor, and the office's directory. */
export const accountProviders = [
  ...[OwnPassword, OwnSessions, ChangePasswordUseCase],
  ...[RecoveryCodes, SecondFactors, SealedFactors, SignInTickets, PassSecondFactorUseCase],
  ...[SetUpSecondFactorUseCase, ChangeSecondFactorUseCase, RemoveSecondFactorUseCase],
  ...directoryProviders,
];
