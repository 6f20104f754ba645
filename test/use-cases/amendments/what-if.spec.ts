import { EffectsQueries } from '../../../src/amendments/effects.queries.js';
import { TakeOverWhatIfUseCase } from '../../../src/amendments/take-over-what-if.use-case.js';
import { WhatIfQueries } from '../../../src/amendments/what-if.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import type { Definition } from '../../../src/programmes/definitions/definition.js';
import { changeOf, contract2025, line2025, notice2025, post2025 } from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

const on = day('2025-12-31');
const partners = partnersOf(
  ...['luenen', 'bergkamen', 'selm', 'awo'].map((id) => aPartner({ id, name: id })),
);
const inSelm = line2025('selm', '1,0', {
  funding: [{ source: 'allocation-line', year: 2025, allocationLine: 'luenen-kim-2' }],
});
const leaving = post2025('lue-2', 'luenen-kim-2');
const [spell] = leaving.occupancies;
const vacantFromJuly = {
  ...leaving,
  occupancies: spell ? [{ ...spell, to: day('2025-06-30') }] : [],
};
const given: readonly Definition[] = [
  partners,
  notice2025(),
  contract2025('kim-luenen', [line2025('luenen', '3,0')]),
  contract2025('kim-bergkamen', [line2025('bergkamen', '4,0')]),
  contract2025('kim-north', [inSelm], {}, { forwardedBy: 'luenen' }),
  { kind: 'positions', positions: [post2025('lue-1', 'luenen-kim-2'), vacantFromJuly] },
];

const move = (fte: string, from: string) => ({
  fromLine: 'luenen-kim-2',
  toLine: 'bergkamen-kim-2',
  fte: parseFte(fte),
  from: day(from),
});
const asked = (app: OpenedApp, ...moves: readonly ReturnType<typeof move>[]) =>
  app.get(WhatIfQueries).whatIf(moves, { on });

appOnEachDatabase({ given }, (app) => {
  it('moves what is vacant, and keeps VzÄ and euros of the notice line', async () => {
    const { contracts, effects, fits, vacantPosts } = await asked(app(), move('1,0', '2025-07-01'));
    expect(fits).toBe(true);
    expect(contracts).toMatchObject([
      { contract: 'kim-bergkamen', lines: [{ fte: { before: 40_000, after: 50_000 } }] },
      {
        contract: 'kim-luenen',
        lines: [
          {
            fte: { before: 30_000, after: 20_000 },
            ceilingCents: { before: parseEuro('165.000,00'), after: parseEuro('110.000,00') },
          },
        ],
      },
    ]);
    const [year] = effects.years;
    expect(year?.total.difference).toMatchObject({ fte: 0, ceilingCents: 0n });
    expect(year?.partners).toMatchObject([
      { id: 'bergkamen', difference: { ceilingCents: parseEuro('27.500,00') } },
      { id: 'luenen', difference: { ceilingCents: parseEuro('-27.500,00') } },
    ]);
    expect(vacantPosts).toMatchObject([{ position: 'lue-2', vacantFte: 10_000 }]);
    expect(year?.holders).toMatchObject([
      { kind: 'notice-line' },
      {
        kind: 'allocation-line',
        id: 'luenen-kim-2',
        after: { shortages: [{ missingFte: 10_000 }] },
      },
    ]);
  });

  it('tells what is vacant on a day, how much of it can go, and where', async () => {
    const vacancies = (on: string) => app().get(WhatIfQueries).vacancies(day(on));
    expect(await vacancies('2025-07-01')).toMatchObject([
      {
        ...{ line: 'bergkamen-kim-2', lineFte: 40_000, vacantFte: 40_000, movableFte: 40_000 },
        ...{ until: '2025-12-31', posts: [], targets: ['luenen-kim-2'] },
      },
      {
        ...{ line: 'luenen-kim-2', vacantFte: 10_000, movableFte: 10_000, posts: ['lue-2'] },
        targets: ['bergkamen-kim-2'],
      },
      { line: 'selm-kim-2', vacantFte: 10_000, targets: [] },
    ]);
    const [, luenen] = await vacancies('2025-06-01');
    expect(luenen?.line).not.toBe('luenen-kim-2');
    expect(await vacancies('2026-01-01')).toEqual([]);
  });

  it('refuses what somebody fills, with the days, and counts moves together', async () => {
    const filled = await refusalOf(asked(app(), move('1,0', '2025-06-01')));
    expect(filled).toContain('"from":"2025-06-01","to":"2025-06-30","vacant":0');
    const together = [move('0,6', '2025-07-01'), move('0,6', '2025-07-01')];
    expect(await refusalOf(asked(app(), ...together))).toContain('"requested":12000');
  });

  it.each([
    [{ toLine: 'luenen-kim-2' }, 'same-line'],
    [{ from: day('2026-07-01') }, 'not-in-force'],
    [{ toLine: 'selm-kim-2' }, 'funding'],
  ])('refuses %j: %s', async (given, reason) => {
    const base = move('0,5', '2025-07-01');
    const refused = await refusalOf(asked(app(), { ...base, ...given }));
    expect(refused).toContain(`"reason":"${reason}"`);
  });

  it('refuses two days for one contract', async () => {
    const moves = [move('0,1', '2025-07-01'), move('0,1', '2025-08-01')];
    expect(await refusalOf(asked(app(), ...moves))).toContain('several-days');
  });

  it('drafts one version for each contract, once, also when two instances ask', async () => {
    const other = await app().another();
    const draft = (at: OpenedApp, key: string) =>
      at.get(TakeOverWhatIfUseCase).execute(changeOf(key), [move('1,0', '2025-07-01')]);
    const results = await Promise.allSettled([draft(app(), 'one'), draft(other, 'two')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { versions } = await app().get(ContractsQueries).contract('kim-luenen', { on });
    expect(versions.map(({ version, missing }) => [version.kind, missing.length])).toEqual([
      ['base', 0],
      ['amendment', 3],
    ]);
    expect(versions[1]?.version).toMatchObject({
      title: '1. Änderung',
      inForceFrom: '2025-07-01',
      summary: expect.stringContaining('2,0 statt 3,0 VzÄ') as string,
    });
  });

  it('tells what a draft changes once it is signed', async () => {
    const effects = await app().get(EffectsQueries).ofVersion('kim-bergkamen', 2, { on });
    expect(effects.years[0]?.lines).toMatchObject([
      { line: 'bergkamen-kim-2', difference: { fte: 10_000 } },
    ]);
    const base = await app().get(EffectsQueries).ofVersion('kim-bergkamen', 1, { on });
    expect(base.years[0]?.lines).toMatchObject([{ difference: { fte: 40_000 } }]);
  });

  it('tells what ends for whom when a contract is terminated', async () => {
    const ends = await app()
      .get(EffectsQueries)
      .ofTermination('kim-luenen', day('2025-09-30'), { on });
    expect(ends.posts).toMatchObject([{ position: 'lue-1', occupancies: [{ id: 'lue-1-a' }] }]);
    expect(ends.contractsBelow).toEqual(['kim-north']);
    expect(ends.effects.years[0]?.lines).toMatchObject([
      {
        line: 'luenen-kim-2',
        difference: { fte: -30_000, entitledCents: parseEuro('-13.750,00') },
      },
    ]);
  });
});
