import type { Provider, Type } from '@nestjs/common';
import { BreakGlassController } from './break-glass.controller.js';
import { DeputiesController } from './deputies.controller.js';
import { LentRoleBanner } from './lent-role-banner.js';
import { PersonNames } from './person-names.js';

/** Deputies and lent roles. */
export const fourEyesControllers: readonly Type[] = [DeputiesController, BreakGlassController];

export const fourEyesPageProviders: readonly Provider[] = [PersonNames, LentRoleBanner];
