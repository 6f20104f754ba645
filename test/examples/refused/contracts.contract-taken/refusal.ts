import { writeFact } from '../../../../src/programmes/definitions/fact-reading.js';
import { draft } from '../contracts-world.js';
import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/contracts', sending('POST', writeFact(draft('kim-awo')))),
  expected: {
    status: 409,
    facts: { contract: 'kim-awo', title: 'Weiterleitungsvertrag KIM II mit AWO Ruhr-Lippe-Ems' },
    detail:
      'Unter „kim-awo“ steht schon „Weiterleitungsvertrag KIM II mit AWO Ruhr-Lippe-Ems“ im Buch. ' +
      'Ändern Sie diesen Vertrag, oder wählen Sie eine andere Kennung.',
  },
};
