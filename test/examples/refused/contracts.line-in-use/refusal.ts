import { change, draft, recorded } from '../contracts-world.js';
import { answered, sending, type Refusal } from '../refusal.js';
import { ask } from '../../../web/answers.js';

const POST = {
  ...{ id: 'awo-rests', label: 'AWO-9', title: 'Fallmanagement', component: 'kim-2' },
  ...{ plannedFte: '0.5', from: '2026-01-01', employer: 'awo', placeOfWork: 'Unna' },
  allocationLine: 'kim-rests-line',
};

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, draft('kim-rests'));
    const { status, body } = await ask(world.app, '/api/v1/positions', sending('POST', POST));
    if (status !== 201) throw new Error(body);
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-rests/versions/1',
      await change(world, 'kim-rests', 'DELETE', { reason: 'Der Träger verzichtet' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-rests', line: 'kim-rests-line', kind: 'position', by: 'awo-rests' },
    detail:
      'Auf die Zuweisungszeile „kim-rests-line“ des Vertrags „kim-rests“ stützt sich noch ' +
      'die Stelle „awo-rests“. Geben Sie ihr zuerst eine andere Zeile, oder nehmen Sie sie zurück. ' +
      'Es wurde nichts geändert.',
  },
};
