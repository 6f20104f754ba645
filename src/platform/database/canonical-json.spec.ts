import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('is the same for the same content, in whatever order it was written', () => {
    const text = canonicalJson({ b: [1, { z: 1n, y: null }], a: 'ä', none: undefined });
    expect(text).toBe('{"a":"ä","b":[1,{"y":null,"z":"1"}]}');
    expect(canonicalJson({ a: 'ä', b: [1, { y: null, z: 1n }] })).toBe(text);
  });

  it('differs where an order counts, and where a value is missing', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
    expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
  });

  it('takes no content, and no objects that are more than data', () => {
    expect(canonicalJson(undefined)).toBe('null');
    expect(() => canonicalJson({ at: new Date(0) })).toThrow('not plain data');
    expect(() => canonicalJson(new Map())).toThrow('not plain data');
  });
});
