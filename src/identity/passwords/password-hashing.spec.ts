import { PasswordHashing } from './password-hashing.js';

const PASSWORD = 'lampe wolke fahrrad senf';

describe('a hashed password', () => {
  const hashing = new PasswordHashing();

  it('is argon2id at the cost that OWASP names, with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashing.hash(PASSWORD), hashing.hash(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(other);
  });

  it('is known again, and no other password is', async () => {
    const hash = await hashing.hash(PASSWORD);
    expect(await hashing.verify(hash, PASSWORD)).toBe(true);
    expect(await hashing.verify(hash, `${PASSWORD} `)).toBe(false);
    expect(await hashing.verify(hash, '')).toBe(false);
  });

  it('is known again from a keyboard that composes letters otherwise', async () => {
    const hash = await hashing.hash('Grüne Türen im Flur');
    expect(await hashing.verify(hash, 'Gru\u0308ne Tu\u0308ren im Flur')).toBe(true);
  });

  it('is made anew once the cost has risen', async () => {
    const cheaper = '$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA';
    expect(hashing.needsRehash(cheaper)).toBe(true);
    expect(hashing.needsRehash(await hashing.hash(PASSWORD))).toBe(false);
  });

  it('of nobody fits no password, however long', async () => {
    expect(await hashing.verifyNobody(PASSWORD)).toBe(false);
    expect(await hashing.verifyNobody('x'.repeat(1_000_000))).toBe(false);
    expect(await hashing.verify(await hashing.hash(PASSWORD), 'x'.repeat(1_000_000))).toBe(false);
  });
});
