import { ForgottenController } from './forgotten.controller.js';
import { NewPasswordController } from './new-password.controller.js';
import { SignInController } from './sign-in.controller.js';

/** The way in, and out. */
export const signInControllers = [SignInController, ForgottenController, NewPasswordController];
