import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ modules }) => stopped(() => modules.programmes.regimeOf('kim-2', 2031)),
  expected: {
    status: 422,
    facts: { component: 'kim-2', year: 2031 },
    detail: 'Für den Baustein kim-2 sind für das Jahr 2031 keine Förderregeln hinterlegt.',
  },
};
