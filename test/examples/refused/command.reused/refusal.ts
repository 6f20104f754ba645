import type { RefusedWorld } from '../world.js';
import { stopped, type Refusal } from '../refusal.js';

const send = ({ book }: RefusedWorld, amount: string): Promise<string> =>
  book.unitOfWork.once(
    { key: 'abruf-2025-03', actor: 'person:a', route: '/test', content: { amount } },
    () => Promise.resolve('1'),
  );

export const refusal: Refusal = {
  given: (world) => send(world, '1000.00'),
  provoke: (world) => stopped(() => send(world, '2000.00')),
  expected: {
    status: 409,
    facts: { key: 'abruf-2025-03' },
    detail:
      'Mit dem Schlüssel „abruf-2025-03“ wurde schon ein anderer Vorgang abgeschickt. ' +
      'Bitte laden Sie die Seite neu und schicken Sie Ihre Eingabe noch einmal ab.',
  },
};
