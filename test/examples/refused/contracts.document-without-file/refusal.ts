import { ask } from '../../../web/answers.js';
import { answered, sending, type Refusal } from '../refusal.js';

const ADDRESS = '/api/v1/contracts/kim-awo/documents';

export const refusal: Refusal = {
  given: ({ app }) => ask(app, ADDRESS, sending('POST', { title: 'Konzept', kind: 'concept' })),
  provoke: async (world) => {
    const { documents } = JSON.parse((await ask(world.app, ADDRESS)).body) as {
      readonly documents: readonly { readonly id: string }[];
    };
    return answered(world, `${ADDRESS}/${documents.at(-1)?.id ?? ''}/file`);
  },
  expected: {
    status: 404,
    facts: { contract: 'kim-awo', document: expect.any(String) as string },
    detail: 'Dieser Bestandteil des Vertrags „kim-awo“ ist nur vermerkt; eine Datei gibt es nicht.',
  },
};
