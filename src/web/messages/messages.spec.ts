import { hasSentence, MESSAGE_FILES, sentenceFor } from './messages.js';

describe('the German sentences', () => {
  it('stand in one file each', () => {
    const codes = MESSAGE_FILES.flatMap((file) => Object.keys(file));
    const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
    expect(twice).toEqual([]);
  });

  it('tell a refusal in words even where its sentence is missing', () => {
    expect(hasSentence('test.unheard-of')).toBe(false);
    expect(sentenceFor('test.unheard-of', {}).title).toBe('Das geht so nicht');
  });

  it('name the reference of a failure', () => {
    expect(sentenceFor('http.500', { reference: 'AB12' }).detail).toContain('AB12');
  });
});
