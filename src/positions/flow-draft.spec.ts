import fc from 'fast-check';
import { cents } from '../domain/money/cents.js';
import { FlowDraft } from './flow-draft.js';

function draftOf(amounts: readonly number[]): FlowDraft {
  const draft = new FlowDraft();
  draft.node({ id: 'source', column: 'source', kind: 'notice', label: 'Bescheid' });
  amounts.forEach((amount, index) => {
    const id = `position:${index.toString()}`;
    draft.node({ id, column: 'purpose', kind: 'position', label: id });
    draft.link('source', id, cents(BigInt(amount)));
  });
  return draft;
}

describe('a flow of money', () => {
  it('shows at most twelve nodes in a column, the smallest as one', () => {
    const { nodes } = draftOf(Array.from({ length: 20 }, (_, index) => index + 1)).flow();
    const purposes = nodes.filter(({ column }) => column === 'purpose');
    expect(purposes).toHaveLength(12);
    expect(purposes.at(-1)).toMatchObject({ id: 'others:purpose', count: 9, cents: 45n });
  });

  it('loses no cent when nodes are joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 60 }),
        (amounts) => {
          const { nodes, links } = draftOf(amounts).flow();
          const total = BigInt(amounts.reduce((sum, amount) => sum + amount, 0));
          expect(links.reduce((sum, link) => sum + link.cents, 0n)).toBe(total);
          const known = new Set(nodes.map(({ id }) => id));
          expect(links.every(({ source, target }) => known.has(source) && known.has(target))).toBe(
            true,
          );
        },
      ),
    );
  });
});
