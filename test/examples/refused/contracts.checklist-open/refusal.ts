import { change, draft, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    const [version] = draft('kim-unseen').versions;
    const checklist = (version?.checklist ?? []).slice(2);
    const versions = version ? [{ ...version, checklist }] : [];
    await recorded(world, { ...draft('kim-unseen'), versions });
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-unseen/versions/1/sending',
      await change(world, 'kim-unseen', 'POST', {}),
    ),
  expected: {
    status: 409,
    facts: {
      ...{ contract: 'kim-unseen', version: 1, count: 2 },
      items: 'kind-and-amount, purpose',
    },
    detail:
      'Auf der Prüfliste der Fassung 1 von „kim-unseen“ sind 2 Punkte offen: Art und Höhe der Zuwendung; Zweck. ' +
      'Sehen Sie jeden Punkt an; auch „fehlt“ ist eine Antwort.',
  },
};
