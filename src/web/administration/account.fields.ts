import type { Organisation } from '../../identity/organisations.js';
import { isRole, ROLES, type Role } from '../../identity/identity.js';
import { isMailAddress } from '../../platform/config/settings.js';
import type { FieldDefinition } from '../forms/form.js';
import { readLine } from '../ledger/step-form.view.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { ROLE_WORDS } from './account.words.js';

const NAME_LENGTH_MAX = 120;
const MAIL_LENGTH_MAX = 254;

export const NAME: FieldDefinition<string> = {
  ...{ kind: 'text', name: 'name', label: 'Name', pointer: '/name' },
  hint: 'Vor- und Nachname, wie die Person angesprochen wird',
  read: (text) => readLine(text, NAME_LENGTH_MAX),
};

/** @param isExample whether the book takes made-up addresses only */
export function mailField(isExample: boolean): FieldDefinition<string> {
  return {
    ...{ kind: 'text', name: 'mail', label: 'Mailadresse', pointer: '/mail' },
    hint: isExample
      ? 'Im Beispielbuch nur erfundene, etwa name@kreis-unna.example; es geht keine Mail hinaus'
      : 'Damit meldet die Person sich an',
    read: (text) =>
      isMailAddress(text) && text.length <= MAIL_LENGTH_MAX
        ? { ok: true, value: text }
        : { ok: false, error: 'Schreiben Sie eine Mailadresse wie name@amt.de.' },
  };
}

/** The roles of the office; what may not be held together is refused by the rule. */
export function rolesField(): FieldDefinition<readonly Role[]> {
  return {
    ...{ kind: 'several', name: 'rollen', label: 'Rollen', pointer: '/roles' },
    hint: 'Sachbearbeitung, Anordnung und Controlling dürfen zusammen vergeben werden; die anderen stehen allein.',
    choices: ROLES.filter((role) => role !== 'partner').map((role) => ({
      ...{ value: role, label: `${ROLE_NAMES[role]}: ${ROLE_WORDS[role]}` },
    })),
    read: (text) => {
      const roles = text.split('\n');
      return roles.every((role) => isRole(role))
        ? { ok: true, value: roles }
        : { ok: false, error: 'Wählen Sie aus den Rollen aus.' };
    },
  };
}

/** Whether somebody leads their organisation. */
export const LEAD: FieldDefinition<boolean | undefined> = {
  ...{ kind: 'several', name: 'leitung', label: 'Leitung', pointer: '/isLead', optional: true },
  hint: 'Wer die Leitung hat, lädt Kolleginnen und Kollegen der eigenen Organisation ein und entfernt sie.',
  choices: [{ value: 'ja', label: 'hat die Leitung' }],
  read: (text) => ({ ok: true, value: text === 'ja' }),
};

const OFFICE = 'kreis';

/** Whose the person is; the value is undefined for the office's own people. */
export function organisationField(
  organisations: readonly Organisation[],
  officeName: string,
): FieldDefinition<string | undefined> {
  return {
    ...{ kind: 'select', name: 'organisation', label: 'Organisation', pointer: '/partnerId' },
    hint: 'Wer zu einem Weiterleitungsempfänger gehört, sieht nur dessen Verträge, Stellen und Schreiben.',
    choices: [
      { value: OFFICE, label: officeName },
      ...organisations.map(({ id, name }) => ({ value: id, label: name })),
    ],
    read: (text) => ({ ok: true, value: text === OFFICE ? undefined : text }),
  };
}
