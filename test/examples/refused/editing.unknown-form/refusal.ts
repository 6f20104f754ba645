import { FormFlow } from '../../../../src/web/editing/form-flow.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() => app.app.get(FormFlow, { strict: false }).begin('besoldung', null, {})),
  expected: {
    status: 404,
    facts: { form: 'besoldung' },
    detail: 'Ein Formular „besoldung“ kennt das Buch nicht.',
  },
};
