import { summaryText, typedText, writtenValue } from './field-text.js';
import type { FormFieldKind } from './form-field.js';
import { speakingKey } from './speaking-key.js';

const field = (kind: FormFieldKind) => ({ path: 'x', kind, label: 'X' });

describe('what is typed into a field', () => {
  it.each<[FormFieldKind, string, unknown, string]>([
    ['money', ' 57.000,00 € ', '57000.00', '57.000,00\u00a0€'],
    ['fte', '0,5', '0.5', '0,5\u00a0VzÄ'],
    ['decimal', '3,25', '3.25', '3,25'],
    ['day', '1.3.2023', '2023-03-01', '01.03.2023'],
    ['iban', 'de02 1203', 'DE021203', 'DE02 1203'],
    ['lines', ' a \r\n\r\nb', ['a', 'b'], 'a; b'],
    ['checkbox', 'true', 'true', 'ja'],
    ['text', '  Lünen ', 'Lünen', 'Lünen'],
    ['text', '   ', undefined, ''],
  ])('as %s "%s" is written as %j and told as "%s"', (kind, text, written, told) => {
    expect(writtenValue(field(kind), text)).toEqual({ ok: true, value: written });
    expect(summaryText(field(kind), text)).toBe(told);
  });

  it.each<[FormFieldKind, string]>([
    ['money', '1,234.56'],
    ['fte', '0,12345'],
    ['day', '31.02.2023'],
    ['decimal', '1.000,5'],
  ])('as %s "%s" is refused, and told as it stands there', (kind, text) => {
    expect(writtenValue(field(kind), text).ok).toBe(false);
    expect(summaryText(field(kind), text)).toBe(text);
  });

  it('stays as it is where a written value is none', () => {
    expect(typedText({ kind: 'day' }, 'morgen')).toBe('morgen');
  });
});

describe('a speaking key', () => {
  it.each([
    ['Stadt Lünen', 'stadt-luenen'],
    ['Café Größe & Co. ', 'cafe-groesse-co'],
    ['!!!', ''],
  ])('of "%s" is "%s"', (name, key) => {
    expect(speakingKey(name)).toBe(key);
  });
});
