import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountPage } from './own-account.page.js';
import { OwnFactorController } from './own-factor.controller.js';
import { OwnFactorStepController } from './own-factor-step.controller.js';
import { OwnNoticesController } from './own-notices.controller.js';
import { OwnPasswordController } from './own-password.controller.js';

export const accountControllers = [
  ...[OwnAccountController, OwnPasswordController, OwnNoticesController],
  ...[OwnFactorController, OwnFactorStepController],
];

export const accountPages = [OwnAccountPage];
