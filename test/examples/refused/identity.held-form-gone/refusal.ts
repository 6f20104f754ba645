import { HeldForms } from '../../../../src/identity/held-forms/held-forms.js';
import { stopped, type Refusal } from '../refusal.js';

const AUTHOR = '01JE5QZ3T8M9N0P1Q2R3S4T5A1';
const OTHER = '01JE5QZ3T8M9N0P1Q2R3S4T5B1';

let id = '';

export const refusal: Refusal = {
  given: async ({ app: { app } }) => {
    const form = { path: '/vertraege/kim-awo/kuendigung', title: 'Kündigung', fields: [] };
    id = await app.get(HeldForms).hold({ personId: AUTHOR, ...form, file: null });
  },
  provoke: ({ app: { app } }) => stopped(() => app.get(HeldForms).held(id, OTHER)),
  expected: {
    status: 404,
    facts: {},
    detail:
      'Eingaben, die nach dem Ende einer Sitzung kamen, bleiben einen Tag lang für die Person stehen, die sie ' +
      'gemacht hat. Diese sind inzwischen gesendet, verworfen oder zu alt, oder sie gehören zu einem anderen Konto.',
  },
};
