import { ConfigError } from '../../platform/config/config-error.js';
import { DirectoryRoles } from './directory-roles.js';
import { readGroupRoles, rolesOfGroups } from './directory-roles.rules.js';
import { DirectoryRolesApart } from './directory.errors.js';

const given = readGroupRoles(
  'foerderung=officer, leitung=approver,leitung=controller,kasse=treasury,/it/Buch=administrator',
);

describe('groups of the directory', () => {
  it('give the roles that the setting names', () => {
    expect(rolesOfGroups(['foerderung'], given)).toEqual(['officer']);
    expect(rolesOfGroups(['/it/Buch'], given)).toEqual(['administrator']);
  });

  it('give several, in a fixed order, where one person may hold them', () => {
    expect(rolesOfGroups(['leitung', 'foerderung'], given)).toEqual([
      'officer',
      'approver',
      'controller',
    ]);
  });

  it('that nobody assigned give nothing', () => {
    expect(rolesOfGroups(['Alle', 'Foerderung', 'drucker'], given)).toEqual([]);
    expect(rolesOfGroups([], given)).toEqual([]);
  });

  it('are refused where the roles exclude each other', () => {
    const refusal = new DirectoryRolesApart({ roles: 'officer, treasury' });
    expect(() => rolesOfGroups(['kasse', 'foerderung'], given)).toThrow(refusal);
    expect(() => rolesOfGroups(['/it/Buch', 'leitung'], given)).toThrow(DirectoryRolesApart);
  });
});

describe('the setting of groups', () => {
  it('takes a distinguished name before the last sign', () => {
    const cn = readGroupRoles('cn=kasse=treasury');
    expect(rolesOfGroups(['cn=kasse'], cn)).toEqual(['treasury']);
  });

  it('may say the same twice', () => {
    expect(readGroupRoles('a=officer,a=officer').get('a')).toEqual(['officer']);
  });

  it.each(['', 'foerderung', '=officer', 'a=officer,', 'a=chef', 'a=partner', 'a=Officer', 'a='])(
    'is told in German where it cannot be read: "%s"',
    (text) => {
      expect(() => readGroupRoles(text)).toThrow(RangeError);
      expect(() => readGroupRoles(text)).toThrow(/erwartet wird|möglich/);
    },
  );

  it('stops the start, with the name of the setting', () => {
    const sentence = 'OIDC_GROUPS: die Rolle „chef“ gibt kein Verzeichnis; möglich: officer';
    expect(() => new DirectoryRoles('leitung=chef')).toThrow(ConfigError);
    expect(() => new DirectoryRoles('leitung=chef')).toThrow(sentence);
  });
});
