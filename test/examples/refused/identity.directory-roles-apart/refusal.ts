import {
  readGroupRoles,
  rolesOfGroups,
} from '../../../../src/identity/directory/directory-roles.rules.js';
import { stopped, type Refusal } from '../refusal.js';

const given = readGroupRoles('leitung=approver,kasse=treasury');

export const refusal: Refusal = {
  provoke: () => stopped(() => rolesOfGroups(['leitung', 'kasse'], given)),
  expected: {
    status: 403,
    facts: { roles: 'approver, treasury' },
    detail:
      'Aus Ihren Gruppen im Verzeichnis folgen Rollen, die eine Person nicht zusammen haben darf, ' +
      'etwa Anordnung und Kasse. Bitten Sie Ihre IT, Sie aus einer der Gruppen zu nehmen ' +
      '(§ 31 KomHVO NRW).',
  },
};
