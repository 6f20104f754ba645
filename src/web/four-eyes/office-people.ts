import { OFFICE_ROLES, type OfficeRole } from '../../identity/deputies/deputies.queries.js';
import type { Person } from '../../identity/people/people.queries.js';
import type { FieldDefinition } from '../forms/form.js';
import { readChoice } from '../forms/read.js';
import { ROLE_NAMES } from '../shell/person.view.js';

/** The people of the office who act in cases, by name. */
export function officePeople(people: readonly Person[]): readonly Person[] {
  return people
    .filter(({ isClosed, roles }) => !isClosed && roles.some(isOfficeRole))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

function isOfficeRole(role: string): boolean {
  return (OFFICE_ROLES as readonly string[]).includes(role);
}

type Words = Pick<FieldDefinition<string>, 'name' | 'label' | 'hint' | 'pointer'>;

/** A choice of one of these people; their roles stand beside their names. */
export function personField(people: readonly Person[], words: Words): FieldDefinition<string> {
  const ids = people.map(({ id }) => id);
  return {
    ...words,
    kind: 'select',
    choices: [
      { value: '', label: 'Bitte wählen' },
      ...people.map(({ id, name, roles }) => ({
        value: id,
        label: `${name} (${roles.map((role) => ROLE_NAMES[role]).join(', ')})`,
      })),
    ],
    read: (text) => readChoice(text, ids),
  };
}

export function roleField(hint: string): FieldDefinition<OfficeRole> {
  return {
    ...{ kind: 'select', name: 'rolle', label: 'Rolle', hint, pointer: '/role' },
    choices: [
      { value: '', label: 'Bitte wählen' },
      ...OFFICE_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
    ],
    read: (text) => readChoice(text, OFFICE_ROLES),
  };
}
