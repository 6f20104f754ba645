import {
  ensureSomeRole,
  readGroupRoles,
  rolesOfGroups,
} from '../../../../src/identity/directory/directory-roles.rules.js';
import { stopped, type Refusal } from '../refusal.js';

const given = readGroupRoles('foerderung=officer');

export const refusal: Refusal = {
  provoke: () =>
    stopped(() => {
      ensureSomeRole(rolesOfGroups(['alle', 'drucker'], given));
    }),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Das Verzeichnis kennt Sie, aber keine Ihrer Gruppen hat hier eine Rolle. Bitten Sie Ihre IT, ' +
      'Sie in die richtige Gruppe aufzunehmen; danach melden Sie sich neu an.',
  },
};
