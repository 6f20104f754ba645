import { createSecretKey, randomBytes } from 'node:crypto';
import { opened, sealed } from './cipher.js';

const key = createSecretKey(randomBytes(32));
const TEXT = 'JBSWY3DPEHPK3PXP';

describe('a sealed secret', () => {
  it('opens with its key for its owner', () => {
    expect(opened(key, sealed(key, TEXT, 'anna'), 'anna')).toBe(TEXT);
    expect(opened(key, sealed(key, '', 'anna'), 'anna')).toBe('');
  });

  it('looks different each time, and like none of it', () => {
    const [one, other] = [sealed(key, TEXT, 'anna'), sealed(key, TEXT, 'anna')];
    expect(one).toMatch(/^v1\.[\w-]{16}\.[\w-]{22}\.[\w-]{22}$/);
    expect(one).not.toBe(other);
  });

  it('opens with no other key and for nobody else', () => {
    const text = sealed(key, TEXT, 'anna');
    expect(opened(createSecretKey(randomBytes(32)), text, 'anna')).toBeUndefined();
    expect(opened(key, text, 'berta')).toBeUndefined();
  });

  it('does not open once a part of it is another one, shorter or missing', () => {
    const [format = '', iv = '', tag = '', text = ''] = sealed(key, TEXT, 'anna').split('.');
    const [, otherIv = '', otherTag = '', otherText = ''] = sealed(key, TEXT, 'anna').split('.');
    const changed = [
      ['v2', iv, tag, text],
      [format, otherIv, tag, text],
      [format, iv, otherTag, text],
      [format, iv, tag, otherText],
      [format, iv, tag.slice(0, 8), text],
      [format, iv.slice(4), tag, text],
      [format, iv, tag],
      [format, iv, tag, text, text],
      [TEXT],
    ].map((parts) => opened(key, parts.join('.'), 'anna'));
    expect(changed).toEqual(changed.map(() => undefined));
  });
});
