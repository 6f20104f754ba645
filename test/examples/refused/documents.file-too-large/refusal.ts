import { answered, type Refusal } from '../refusal.js';

const form = (): FormData => {
  const data = new FormData();
  data.set('title', 'Stellenbeschreibung');
  data.set('kind', 'job-description');
  data.set('file', new Blob([new Uint8Array(10_485_761)]), 'scan.pdf');
  return data;
};

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/contracts/kim-awo/documents', { method: 'POST', body: form() }),
  expected: {
    status: 422,
    facts: { name: 'scan.pdf', limit: 10_485_760 },
    detail: '„scan.pdf“ ist größer als 10 MB. Speichern Sie den Scan mit geringerer Auflösung.',
  },
};
