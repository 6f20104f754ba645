import { act, enteredRequest } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

const request = { kind: 'drawdown-request', id: 'story-program' };

export const refusal: Refusal = {
  given: (world) => enteredRequest(world, request.id),
  provoke: (world) => stopped(() => act(world, 'certify', request, 'token:kassensoftware')),
  expected: {
    status: 403,
    facts: { act: 'certified' },
    detail:
      'Ein Programm liest, erfasst und reicht ein. Feststellen, anordnen, freigeben, gegenzeichnen, ' +
      'verzichten und zustimmen kann nur eine Person unter ihrem eigenen Konto (§ 31 KomHVO NRW).',
  },
};
