import { answered, type Refusal } from '../refusal.js';

const form = (): FormData => {
  const data = new FormData();
  data.set('title', 'Stellenbeschreibung');
  data.set('kind', 'job-description');
  data.set('file', new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0x00])]), 'plan.pdf');
  return data;
};

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/contracts/kim-awo/documents', { method: 'POST', body: form() }),
  expected: {
    status: 422,
    facts: { name: 'plan.pdf' },
    detail:
      '„plan.pdf“ ist nach ihrem Inhalt keine Datei, die abgelegt werden kann. ' +
      'Möglich sind PDF, PNG, JPEG, Word, Excel, OpenDocument-Text (ohne Makros) und reiner Text.',
  },
};
