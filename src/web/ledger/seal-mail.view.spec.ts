import type { Instant } from '../../domain/calendar/instant.js';
import { mailFacts } from './seal-mail.view.js';

const SENT = {
  ...{ period: '2025-03', attempts: 2, to: ['rpa@kreis.example', 'kasse@kreis.example'] },
  at: '2025-04-01T08:00:00.000Z' as Instant,
};

describe('the mail with the seal, on the page of a closing', () => {
  it('is told with its moment and those who got it', () => {
    const [fact] = mailFacts(SENT);
    expect(fact?.value.text).toContain('gesendet');
    expect(fact?.value.text).toContain('01.04.2025');
    expect(fact?.value.sub).toBe('an rpa@kreis.example, kasse@kreis.example');
  });

  it('is told as open while the server refuses it', () => {
    const [fact] = mailFacts({ ...SENT, refused: 'refused: 550' });
    expect(fact?.value.badge).toEqual({ tone: 'warning', text: 'noch nicht hinausgegangen' });
    expect(fact?.value.sub).toMatch(/^2\u00a0Versuche, zuletzt .*; wird wieder versucht$/);
  });

  it('is not spoken of where nobody is to get it', () => {
    expect(mailFacts(undefined)).toEqual([]);
  });
});
