import { act, enteredRequest } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

const request = { kind: 'drawdown-request', id: 'story-not-due' };

export const refusal: Refusal = {
  given: (world) => enteredRequest(world, request.id),
  provoke: (world) => stopped(() => act(world, 'order', request, 'anordnung-2')),
  expected: {
    status: 409,
    facts: { act: 'ordered', missing: 'certified' },
    detail:
      'Der Vorgang ist noch nicht sachlich und rechnerisch richtig gezeichnet. Danach ist dieser ' +
      'Schritt möglich.',
  },
};
