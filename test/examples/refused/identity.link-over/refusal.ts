import { OneTimeLinks } from '../../../../src/identity/links/one-time-links.js';
import { PeopleQueries } from '../../../../src/identity/people/people.queries.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async ({ app, book }) => {
    const links = app.app.get(OneTimeLinks);
    const person = await app.app.get(PeopleQueries).byMail('controlling@kreis-unna.example');
    const order = {
      personId: person?.id ?? '',
      purpose: 'invitation',
      by: 'system:tests',
    } as const;
    return stopped(() =>
      book.unitOfWork.rehearse(async (tx) => {
        const { secret } = await links.issue(tx, order);
        await links.redeem(tx, secret);
        await links.redeem(tx, secret);
      }),
    );
  },
  expected: {
    status: 404,
    facts: {},
    detail:
      'Er wurde schon benutzt, durch einen neueren ersetzt, oder seine Zeit ist um. Es wurde nichts ' +
      'geändert. Einen neuen bekommen Sie unter „Passwort vergessen?“ oder von der Verwaltung der Konten.',
  },
};
