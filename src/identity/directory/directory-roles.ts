import { ConfigError } from '../../platform/config/config-error.js';
import { readGroupRoles, type GroupRoles } from './directory-roles.rules.js';

/** `OIDC_GROUPS`: which groups of the directory give which roles. */
export class DirectoryRoles {
  readonly byGroup: GroupRoles;

  /**
   * @param setting absent: there is no directory
   * @throws ConfigError in German
   */
  constructor(setting: string | undefined) {
    this.byGroup = setting === undefined ? new Map() : read(setting);
  }
}

function read(setting: string): GroupRoles {
  try {
    return readGroupRoles(setting);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ConfigError([`OIDC_GROUPS: ${error.message}`]);
  }
}
