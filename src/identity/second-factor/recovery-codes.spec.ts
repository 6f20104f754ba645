import { PasswordHashing } from '../passwords/password-hashing.js';
import { RecoveryCodes } from './recovery-codes.js';

const recoveryCodes = new RecoveryCodes(new PasswordHashing());
const { codes, hashes } = await recoveryCodes.produce();

describe('recovery codes', () => {
  it('are ten, different, and easy to copy from paper', () => {
    expect(new Set(codes).size).toBe(10);
    expect(codes.join()).toMatch(/^([0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3},?){10}$/);
  });

  it('are stored hashed', () => {
    expect(hashes).toHaveLength(10);
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$/);
  });

  it('are found by their hash, each by its own', async () => {
    expect(await recoveryCodes.find(codes[3] ?? '', hashes)).toBe(hashes[3]);
  });

  it('may be typed in capitals, without hyphens, and with an O for a zero', async () => {
    const code = codes[9] ?? '';
    const typed = ` ${code.replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l').toUpperCase()}`;
    expect(await recoveryCodes.find(typed, hashes)).toBe(hashes[9]);
  });

  it('are good for nothing once their hash has gone', async () => {
    expect(await recoveryCodes.find(codes[3] ?? '', hashes.toSpliced(3, 1))).toBeUndefined();
  });

  it.each(['', '0000-0000-0000-0000', '0000', 'x'.repeat(100_000)])(
    'are not guessed',
    async (code) => {
      expect(await recoveryCodes.find(code, hashes)).toBeUndefined();
    },
  );
});
