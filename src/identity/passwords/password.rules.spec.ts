import { PasswordTooCommon, PasswordTooLong, PasswordTooShort } from './passwords.errors.js';
import { CommonPasswords } from './common-passwords.js';
import { ensureFitPassword, normalPassword } from './password.rules.js';

const common = await new CommonPasswords().all();
const context = ['Weiterleitungsbuch', 'Kreis Unna', 'Jörg Müller', 'j.mueller@kreis-unna.example'];

const choosing = (password: string) => () => {
  ensureFitPassword(password, { common, context });
};

const reasonFor = (password: string): unknown => {
  try {
    choosing(password)();
  } catch (error) {
    if (error instanceof PasswordTooCommon) return error.facts['guessedBy'];
    throw error;
  }
  return 'fit';
};

describe('a password', () => {
  it.each([
    'lampe wolke fahrrad senf',
    'monkey dragon football shadow',
    'Weiterleitungsbuch mag ich montags',
    'Jörgs Hund frisst Pizza',
    'xkq-vrpz-7bdw',
    'пароль длинный сегодня',
    '修正済みの合言葉をここに書く',
    'Kasse🦊Brot🌧Tür🎺',
  ])('may be of any characters: "%s"', (password) => {
    expect(reasonFor(password)).toBe('fit');
  });

  it('has at least twelve characters, counted as people count them', () => {
    expect(choosing('wolkefahrra')).toThrow(PasswordTooShort);
    expect(choosing('wolkefahrrad')).not.toThrow();
    expect(choosing('🦊🌧🎺🚲🌲🧂')).toThrow(new PasswordTooShort({ length: 6, least: 12 }));
  });

  it('may be a whole sentence, and has an end', () => {
    const sentence = 'Wer im Garten sitzt, zählt Äpfel. '.repeat(8);
    expect(choosing(sentence.slice(0, 256))).not.toThrow();
    expect(choosing(sentence.slice(0, 257))).toThrow(new PasswordTooLong({ most: 256 }));
  });

  it.each([
    'administrator',
    'Passwort2026!',
    'P@ssw0rt2026',
    'passwortpasswort',
    'Passwort Passwort',
    'Ich liebe dich 1',
    '!!Sommer2026!!',
    'Willkommen123',
    '1qaz2wsx3edc4rfv',
    'NOVEMBER-2026',
    'ｐａｓｓｗｏｒｔ２０２６',
    'justinbieber',
  ])('is not one that many people use: "%s"', (password) => {
    expect(reasonFor(password)).toMatch(/^(list|pattern)$/);
  });

  it.each([
    'Weiterleitungsbuch',
    'weiterleitungsbuch2026',
    'Kreis-Unna-2026!',
    'kreisunnakreisunna',
    'JörgMüller1970',
    'joerg.mueller',
    'Mueller@Kreis-Unna',
    'W3iterleitungsbuch!',
  ])('does not just say who signs in where: "%s"', (password) => {
    expect(reasonFor(password)).toBe('context');
  });

  it.each([
    'aaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    '1234qwertz1234',
    'abcdefghijkl',
    'qwertzuiopasdf',
    'mnbvcxyasdfgh',
    '098765432109',
    'yxcvbnm,.-asdf',
  ])('is no pattern of the keyboard: "%s"', (password) => {
    expect(reasonFor(password)).toBe('pattern');
  });

  it('is the same from each keyboard', () => {
    expect(normalPassword('Tu\u0308rschlossﬁsch')).toBe(normalPassword('Türschlossfisch'));
  });

  it('is not told in a refusal', () => {
    expect(choosing('Passwort2026!')).toThrow(
      expect.objectContaining({ facts: { guessedBy: 'list' } }) as Error,
    );
  });

  it('of 256 characters is judged at once, whatever it is made of', () => {
    expect(reasonFor('kreisunna'.repeat(28))).toBe('context');
    expect(reasonFor(`${'1234qwert'.repeat(28)}-§`)).toBe('fit');
  });
});
