import { InvalidField } from '../../domain/errors/invalid-field.js';
import { inputMessages, inputReasons } from './input.js';

const sentence = (error: InvalidField): string | undefined =>
  inputMessages[error.code]?.detail(error.facts);

describe('the sentence for a field that cannot be read', () => {
  it('is whole and ends with a full stop for each reason', () => {
    for (const reason of Object.values(inputReasons)) expect(reason).toMatch(/^[A-ZÄÖÜ].*\.$/);
  });

  it('names the days for which base rates are known', () => {
    const facts = { publishedFrom: '2002-01-01', publishedUntil: '2026-12-31' };
    expect(sentence(new InvalidField('no-base-rate', '2027-01-01', '/to', facts))).toBe(
      'Für diesen Tag ist kein Basiszinssatz bekannt gegeben. ' +
        'Bekannt sind die Sätze vom 01.01.2002 bis zum 31.12.2026.',
    );
  });

  it('says why a day is none', () => {
    expect(sentence(new InvalidField('date-missing', '2023-02-31', '/from'))).toBe(
      'Diesen Tag gibt es im Kalender nicht.',
    );
  });
});
