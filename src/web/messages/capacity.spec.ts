import { capacityMessages } from './capacity.js';

const sentence = (facts: Record<string, string | bigint>): string =>
  capacityMessages['capacity.exceeded']?.detail(facts) ?? '';

describe('the sentence for more than is granted', () => {
  it('names the line, the day and the shares', () => {
    const facts = { holder: 'notice-line:kim-2-2023', measure: 'fte', day: '2023-03-01' };
    const shares = { granted: 180_000n, used: 175_000n, requested: 10_000n };
    expect(sentence({ ...facts, ...shares })).toBe(
      'Bescheidzeile „kim-2-2023“: Am 01.03.2023 stehen 18,0 VzÄ zur Verfügung. Andere nehmen davon ' +
        '17,5 VzÄ in Anspruch; weitere 1,0 VzÄ gehen darüber hinaus. Es wurde nichts gespeichert.',
    );
  });

  it('calls the line by its name where it is known', () => {
    const facts = { holder: 'allocation-line:a', holderName: 'Zeile „Fallmanagement“ (Bergkamen)' };
    const shares = { measure: 'fte', granted: 40_000n, used: 40_000n, requested: 10_000n };
    expect(sentence({ ...facts, day: '2025-01-01', ...shares })).toMatch(
      /^Zeile „Fallmanagement“ \(Bergkamen\): Am 01\.01\.2025 stehen 4,0 VzÄ zur Verfügung/,
    );
  });

  it('names euros for euros', () => {
    const facts = { holder: 'allocation-line:a:b', measure: 'cents', day: '2023-01-01' };
    const text = sentence({ ...facts, granted: 28_500_000n, used: 0n, requested: 28_500_001n });
    expect(text).toContain('Zuweisungszeile „a:b“');
    expect(text).toContain('285.000,01\u00a0€');
  });

  it('is a sentence too where only the database noticed', () => {
    expect(sentence({})).toMatch(/^Es würde mehr in Anspruch genommen/);
  });
});
