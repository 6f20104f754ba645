import type { BookVersion } from './book-version.js';
import { ReadCache } from './read-cache.js';

/** A book whose state is changed by hand, and a count of how often something was computed. */
function cacheOf(size: number) {
  const state = { version: 'a', computed: 0 };
  const version = { current: () => Promise.resolve(state.version) } as BookVersion;
  const cache = new ReadCache<string>(version, size);
  const ask = (question: string) =>
    cache.get(question, () => {
      state.computed += 1;
      return Promise.resolve(`${question} in ${state.version}`);
    });
  return { state, cache, ask };
}

describe('what was computed from the book', () => {
  it('is kept until the book changes, for each question apart', async () => {
    const { state, ask } = cacheOf(8);
    expect([await ask('2025'), await ask('2025'), await ask('2026')]).toEqual([
      '2025 in a',
      '2025 in a',
      '2026 in a',
    ]);
    expect(state.computed).toBe(2);
    state.version = 'b';
    expect(await ask('2025')).toBe('2025 in b');
  });

  it('is computed once for all who ask meanwhile', async () => {
    const { state, ask } = cacheOf(8);
    await Promise.all([ask('2025'), ask('2025'), ask('2025')]);
    expect(state.computed).toBe(1);
  });

  it('gives way to newer answers, the longest unasked first', async () => {
    const { state, ask } = cacheOf(2);
    for (const question of ['2024', '2025', '2024', '2026', '2024']) await ask(question);
    expect(state.computed).toBe(3);
    await ask('2025');
    expect(state.computed).toBe(4);
  });

  it('is not kept where it failed', async () => {
    const { cache, ask } = cacheOf(8);
    const failing = cache.get('2025', () => Promise.reject(new Error('gone')));
    await expect(failing).rejects.toThrow('gone');
    expect(await ask('2025')).toBe('2025 in a');
  });
});
