import type { DatabaseRefusal } from '../platform/database/database-failure.js';
import { SecondAdministratorNeeded } from './account-changes/account-changes.errors.js';
import { LendingRefused } from './break-glass/break-glass.errors.js';
import { DeputySecondWord } from './deputies/deputies.errors.js';
import {
  ActComplete,
  ActNotDue,
  ActRepeated,
  NotAPerson,
  SamePerson,
} from './four-eyes/four-eyes.errors.js';
import {
  MailTaken,
  PeopleMixed,
  RightLacking,
  RolesApart,
  SignInRefused,
} from './identity.errors.js';
import { SECOND_ADMINISTRATOR_NEEDED } from './migrations/account-change-triggers.js';
import { DEPUTY_SECOND_WORD } from './migrations/deputy-triggers.js';
import { TOKEN_STEP_REFUSED } from './migrations/api-token-steps.js';
import { TokenSettled } from './tokens/token.errors.js';

/** What the module's triggers and keys refuse, for the composition root. */
export const identityRefusals: readonly DatabaseRefusal[] = [
  { on: ['person: kinds mixed'], refuse: () => new PeopleMixed({}) },
  { on: ['uq_person_profile_mail', 'person_profile.mail'], refuse: () => new MailTaken({}) },
  { on: ['act: same person', 'ck_api_token_consent'], refuse: () => new SamePerson({}) },
  { on: ['act: not a person'], refuse: () => new NotAPerson({}) },
  { on: ['act: role not held'], refuse: () => new RightLacking({ roles: 'approver, treasury' }) },
  { on: ['person_rights: roles apart'], refuse: () => new RolesApart({ roles: '' }) },
  { on: ['session: no open account'], refuse: () => new SignInRefused({}) },
  { on: ['act: complete'], refuse: () => new ActComplete({}) },
  { on: ['act: not due'], refuse: () => new ActNotDue({}) },
  {
    on: ['act: repeated', 'uq_act_once'],
    refuse: () => new ActRepeated({}),
  },
  {
    on: ['lent_role: two administrators', 'ck_lent_role_third_person'],
    refuse: () => new LendingRefused({}),
  },
  { on: [DEPUTY_SECOND_WORD], refuse: () => new DeputySecondWord({ reason: 'same-person' }) },
  {
    on: [SECOND_ADMINISTRATOR_NEEDED, 'ck_account_change_two'],
    refuse: () => new SecondAdministratorNeeded({}),
  },
  { on: [TOKEN_STEP_REFUSED], refuse: () => new TokenSettled({ state: 'revoked' }) },
];
