import { change, inForce, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, inForce('kim-parties'));
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-parties',
      await change(world, 'kim-parties', 'PUT', {
        ...{ programme: 'kim', title: 'Vertrag mit der AWO', fileReference: '50.1-KIM-1' },
        ...{ legalForm: 'contract', direction: 'forwarding', form: 'free' },
        ...{ partners: ['awo', 'luenen'], reason: 'Lünen kommt hinzu' },
      }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-parties', field: 'partners' },
    detail:
      'Vom Vertrag „kim-parties“ ist eine Fassung versandt oder in Kraft: Parteien, Programm, Rechtsform und Richtung stehen fest. ' +
      'Schließen Sie für andere Parteien einen neuen Vertrag.',
  },
};
