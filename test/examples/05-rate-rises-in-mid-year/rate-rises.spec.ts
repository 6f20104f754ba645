import { DraftAmendmentsUseCase } from '../../../src/amendments/draft-amendments.use-case.js';
import { FlowDownQueries } from '../../../src/amendments/flow-down.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import {
  changeOf,
  contract2025,
  line2025,
  NOT_FOLLOWING,
  notice2025,
  post2025,
  raise2025,
} from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const cities = contract2025('kim-cities', [line2025('luenen', '5,0')]);
const welfare = contract2025('kim-awo', [line2025('awo', '1,0')], { terms: NOT_FOLLOWING });
const positions = [post2025('lue-1', 'luenen-kim-2'), post2025('awo-1', 'awo-kim-2')];
const partners = partnersOf(
  aPartner(),
  aPartner({ id: 'awo', name: 'AWO', shortName: 'AWO', sector: 'welfare' }),
);

appOnEachDatabase(
  { given: [partners, notice2025(), cities, welfare, { kind: 'positions', positions }] },
  (app) => {
    const on = day('2025-09-30');
    let before: Instant;

    beforeAll(async () => {
      app().clock.moveTo('2026-03-02T09:00:00Z');
      await app().record(raise2025());
      before = app().clock.now();
      app().clock.moveTo('2026-03-02T10:00:00Z');
    });

    const flow = () => app().get(FlowDownQueries).flowDown('notice-2025-raise', { on });
    const entitled = async (line: string, knownAt?: Instant) => {
      const found = await app()
        .get(EntitlementsQueries)
        .entitlements({ year: 2025, line, ...(knownAt && { knownAt }) });
      return found.lines[0]?.amountCents;
    };

    it('lists each contract touched, with its way of following and both figures', async () => {
      const { contracts, passedOn, noticeLines } = await flow();
      expect(noticeLines).toMatchObject([
        { units: [{ beforeCents: parseEuro('55.000,00'), afterCents: parseEuro('57.000,00') }] },
      ]);
      expect(passedOn).toBe(false);
      expect(contracts).toMatchObject([
        {
          ...{ contract: 'kim-awo', state: 'open', kind: 'amendment', rule: 'R4' },
          lines: [
            {
              ceilingCents: { before: parseEuro('55.000,00'), after: parseEuro('57.000,00') },
            },
          ],
        },
        {
          ...{ contract: 'kim-cities', state: 'open', kind: 'by-notice', rule: 'R10' },
          ...{ clause: '§ 7 Abs. 3', inForceFrom: '2025-07-01' },
          lines: [
            {
              annualRateCents: { before: parseEuro('55.000,00'), after: parseEuro('57.000,00') },
              ceilingCents: { before: parseEuro('275.000,00'), after: parseEuro('285.000,00') },
            },
          ],
        },
      ]);
    });

    it('tells what each line gains in the year and to date', async () => {
      const { effects } = await flow();
      expect(effects.years).toHaveLength(1);
      expect(effects.years[0]?.lines).toMatchObject([
        { line: 'awo-kim-2', difference: { entitledCents: parseEuro('1.000,00') } },
        {
          line: 'luenen-kim-2',
          before: { ceilingCents: parseEuro('275.000,00') },
          after: { ceilingCents: parseEuro('280.000,00'), entitledCents: parseEuro('56.000,00') },
          difference: {
            entitledCents: parseEuro('1.000,00'),
            toDateCents: parseEuro('500,00'),
          },
          posts: [{ position: 'lue-1', differenceCents: parseEuro('1.000,00') }],
        },
      ]);
      expect(effects.differenceCents).toBe(parseEuro('2.000,00'));
      expect(effects.years[0]?.holders).toMatchObject([
        { id: 'kim-2-2025', after: { shortages: [], grantedCents: parseEuro('1.008.000,00') } },
      ]);
    });

    it('passes the notice on in one step, and once', async () => {
      const draft = app().get(DraftAmendmentsUseCase);
      const wanted = { notice: 'notice-2025-raise' };
      expect(await draft.rehearse(changeOf('try'), wanted)).toHaveLength(2);
      await draft.execute(changeOf('pass-on'), wanted);
      await draft.execute(changeOf('pass-on'), wanted);
      await draft.execute(changeOf('once-more'), wanted);
      const { contracts } = await flow();
      expect(contracts).toMatchObject([
        { contract: 'kim-awo', state: 'drafted', versions: [2] },
        { contract: 'kim-cities', state: 'effective', versions: [2] },
      ]);
    });

    it('says in the new version what changed, and why', async () => {
      const { versions } = await app().get(ContractsQueries).contract('kim-cities', { on });
      expect(versions[1]?.version).toMatchObject({
        ...{ kind: 'by-notice', title: '1. Änderung', cause: 'notice-2025-raise' },
        summary: expect.stringContaining(
          '57.000,00\u00a0€ statt 55.000,00\u00a0€ je VzÄ',
        ) as string,
      });
    });

    it('pays by the new rate where the contract follows, and keeps the old picture', async () => {
      expect(await entitled('luenen-kim-2')).toBe(parseEuro('56.000,00'));
      expect(await entitled('luenen-kim-2', before)).toBe(parseEuro('55.000,00'));
      expect(await entitled('awo-kim-2')).toBe(parseEuro('55.000,00'));
      const { effects } = await flow();
      expect(effects.differenceCents).toBe(parseEuro('2.000,00'));
    });
  },
);
