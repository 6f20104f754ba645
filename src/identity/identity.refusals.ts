import type { DatabaseRefusal } from '../platform/database/database-failure.js';
import { MailTaken, PeopleMixed } from './identity.errors.js';

/** What the module's triggers and keys refuse, for the composition root. */
export const identityRefusals: readonly DatabaseRefusal[] = [
  { on: ['person: kinds mixed'], refuse: () => new PeopleMixed({}) },
  { on: ['uq_person_profile_mail', 'person_profile.mail'], refuse: () => new MailTaken({}) },
];
