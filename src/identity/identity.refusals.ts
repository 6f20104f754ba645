import type { DatabaseRefusal } from '../platform/database/database-failure.js';
import { MailTaken, PeopleMixed } from './identity.errors.js';
import { TOKEN_STEP_REFUSED } from './migrations/api-token-steps.js';
import { ConsentByAnother, TokenSettled } from './tokens/token.errors.js';

/** What the module's triggers and keys refuse, for the composition root. */
export const identityRefusals: readonly DatabaseRefusal[] = [
  { on: ['person: kinds mixed'], refuse: () => new PeopleMixed({}) },
  { on: ['uq_person_profile_mail', 'person_profile.mail'], refuse: () => new MailTaken({}) },
  { on: ['ck_api_token_consent'], refuse: () => new ConsentByAnother({}) },
  { on: [TOKEN_STEP_REFUSED], refuse: () => new TokenSettled({ state: 'revoked' }) },
];
