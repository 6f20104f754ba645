import { amendingKey, keyOfYear, withKeys } from './notice-ids.js';

describe('the keys of a notice', () => {
  it('are made from component and year, and each line has its own', () => {
    const line = { component: 'kim-2', year: '2026' };
    const { id, lines } = withKeys({ lines: [line, line] });
    expect(id).toBe('notice-kim-2-2026');
    expect(lines).toMatchObject([{ id: 'kim-2-2026' }, { id: 'kim-2-2026-2' }]);
  });

  it('stay where they stand, since others refer to them', () => {
    const { id, lines } = withKeys({ id: 'alt', lines: [{ id: 'zeile-a', year: '2026' }] });
    expect([id, lines]).toMatchObject(['alt', [{ id: 'zeile-a' }]]);
  });

  it('count the amendments of a notice', () => {
    const taken = new Set(['notice-kim-2-2026-a1']);
    expect(amendingKey('notice-kim-2-2026', taken)).toBe('notice-kim-2-2026-a2');
    expect(amendingKey('notice-kim-2-2026-a1', taken)).toBe('notice-kim-2-2026-a2');
  });

  it('name the next year for a follow-on notice', () => {
    expect(keyOfYear('kim-2-2023', 2023, 2024)).toBe('kim-2-2024');
    expect(keyOfYear('sprachmittler', 2023, 2024)).toBe('sprachmittler-2024');
  });
});
