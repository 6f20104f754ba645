import { PeopleQueries } from '../../src/identity/people/people.queries.js';
import { paths } from '../../src/web/paths.js';
import { startWebApp, type WebApp } from '../web/web-app.js';
import { flaws } from './axe.js';
import { complaints, describeInBrowser } from './browser.js';

const PERSON = paths.person('sabine-vogt');
const CLAIMS = `${paths.journal}?konto=land-claims`;
const OWN = [paths.ownAccount, paths.ownPassword, paths.ownFactor];

/** What people of each kind see of people, rights and what was done. */
const SEEN: readonly (readonly [string, readonly string[]])[] = [
  ['nobody', [paths.signIn(), paths.forgotten, paths.forgottenSent]],
  ['anordnung-1@kreis-unna.example', [paths.countersigning, paths.keys, paths.rights, ...OWN]],
  ['pruefung@kreis-unna.example', [paths.auditTrail, paths.exceptions, CLAIMS]],
  [
    'verwaltung-1@kreis-unna.example',
    [
      ...[paths.administration, paths.invitation, PERSON, `${PERSON}/rollen`, `${PERSON}/link`],
      ...[paths.keys, paths.newKey, paths.deputies, paths.breakGlass, paths.auditTrail],
    ],
  ],
  [
    'leitung@luenen.example',
    [
      ...[paths.overview, paths.contracts, paths.contract('kim-cities'), paths.partner('luenen')],
      ...[paths.positions, paths.occupancies, paths.colleagues, paths.colleagueInvitation],
    ],
  ],
];

describeInBrowser('people and rights in a browser', (open) => {
  describe.each(SEEN)('seen by %s', (as, seen) => {
    let book: WebApp;
    let person = '';

    beforeAll(async () => {
      book = await startWebApp({ as });
      const people = book.app.get(PeopleQueries);
      person = (await people.byMail('sachbearbeitung@kreis-unna.example'))?.id ?? '';
    }, 60_000);
    afterAll(() => book.close());

    it('have no barrier and no complaint, at a desk and on a phone', async () => {
      const page = await open();
      const found = complaints(page);
      for (const path of seen) {
        await page.goto((await book.app.getUrl()) + path.replace('sabine-vogt', person));
        expect([path, await flaws(page)]).toEqual([path, []]);
      }
      expect(found).toEqual([]);
    });
  });
});
