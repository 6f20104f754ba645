import { AccessSteps } from './access-steps.js';
import { AccountChangeController } from './account-change.controller.js';
import { AccountStepController } from './account-step.controller.js';
import { AccountSteps } from './account-step-list.js';
import { ColleaguesController } from './colleagues.controller.js';
import { InvitationController } from './invitation.controller.js';
import { Invitations } from './invitations.js';
import { KeyStepController } from './key-step.controller.js';
import { KeysController } from './keys.controller.js';
import { NewKeyController } from './new-key.controller.js';
import { PeopleController } from './people.controller.js';
import { PersonController } from './person.controller.js';
import { StepTaking } from './step-taking.js';

export const administrationControllers = [
  PeopleController,
  InvitationController,
  PersonController,
  AccountStepController,
  AccountChangeController,
  NewKeyController,
  KeysController,
  KeyStepController,
  ColleaguesController,
];

export const administrationPages = [AccessSteps, AccountSteps, Invitations, StepTaking];
