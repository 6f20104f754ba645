import { Drafts } from '../../../../src/drafts/drafts.js';
import type { RefusedWorld } from '../world.js';
import { stopped, type Refusal } from '../refusal.js';

let id = '';

const draftsOf = ({ app }: RefusedWorld): Drafts => app.app.get(Drafts, { strict: false });

const save = (world: RefusedWorld, ref: string, name: string): Promise<unknown> =>
  draftsOf(world).save({ ref }, { id, seen: 1, step: 'name', texts: { name } });

export const refusal: Refusal = {
  given: async (world) => {
    id = await draftsOf(world).begin(
      { ref: 'person:a' },
      {
        ...{ kind: 'partner', subject: 'luenen', baseRevision: 1, step: 'name' },
        texts: { name: 'Stadt Lünen' },
      },
    );
    await save(world, 'person:a', 'Stadt Lünen (neu)');
  },
  provoke: async (world) => {
    const { facts, ...refused } = await stopped(() =>
      save(world, 'person:b', 'Lünen an der Lippe'),
    );
    const { draft, ...told } = facts as Readonly<Record<string, unknown>>;
    return { ...refused, facts: { ...told, ofThisDraft: draft === id } };
  },
  expected: {
    status: 412,
    facts: { expected: 1, current: 2, ofThisDraft: true },
    detail:
      'Sie haben Stand 1 des Entwurfs bearbeitet, gespeichert ist Stand 2. ' +
      'Es wurde nichts überschrieben; vergleichen Sie beide.',
  },
};
