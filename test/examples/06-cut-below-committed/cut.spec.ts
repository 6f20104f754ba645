import { FlowDownQueries } from '../../../src/amendments/flow-down.queries.js';
import { DraftAmendmentsUseCase } from '../../../src/amendments/draft-amendments.use-case.js';
import { ContractWriting } from '../../../src/contracts/contracts.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { ContractDefinition } from '../../../src/programmes/definitions/definition.js';
import { changeOf, contract2025, cut2025, line2025, notice2025 } from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

const contracts = [
  contract2025('kim-luenen', [line2025('luenen', '9,0')]),
  contract2025('kim-bergkamen', [line2025('bergkamen', '8,0')]),
  contract2025('kim-awo', [line2025('awo', '1,0')]),
];
const partners = ['luenen', 'bergkamen', 'awo'].map((id) => aPartner({ id, name: id }));

appOnEachDatabase({ given: [partnersOf(...partners), notice2025(), ...contracts] }, (app) => {
  const on = day('2025-12-31');
  const flow = () => app().get(FlowDownQueries).flowDown('notice-2025-cut', { on });
  const amend = (contract: ContractDefinition | undefined, share: string) =>
    app()
      .get(UnitOfWork)
      .run((tx) => {
        const [version] = contract?.versions ?? [];
        const [line] = version?.lines ?? [];
        if (contract === undefined || version === undefined || line === undefined) {
          throw new Error('the contract has a line');
        }
        const lines = [line2025(line.partner, share)];
        const next = { ...version, kind: 'amendment', title: '1. Änderung', lines } as const;
        const statement = { by: 'person:officer', reason: 'Kürzung umgesetzt', key: 'cut' };
        return app().get(ContractWriting).addVersion(tx, contract.id, next, statement);
      });

  it('records the cut and shows the shortage in red', async () => {
    await app().record(cut2025());
    const { noticeLines, contracts: touched, passedOn } = await flow();
    expect(noticeLines[0]?.now).toMatchObject({
      freeCents: parseEuro('-55.000,00'),
      shortages: [
        {
          measure: 'fte',
          period: { from: '2025-01-01', to: '2025-12-31' },
          missingFte: 10_000,
        },
        { measure: 'cents', missingCents: parseEuro('55.000,00') },
      ],
    });
    expect(passedOn).toBe(false);
    expect(touched).toHaveLength(3);
    for (const { state, proposed, lines } of touched) {
      expect(state).toBe('marked');
      expect(proposed).toEqual([]);
      expect(lines[0]?.marks).toEqual(['fte-cut']);
    }
  });

  it('drafts nothing by guess', async () => {
    await app().get(DraftAmendmentsUseCase).execute(changeOf('cut'), { notice: 'notice-2025-cut' });
    expect((await flow()).contracts.flatMap(({ versions }) => versions)).toEqual([]);
  });

  it('refuses an increase as long as the shortage stands', async () => {
    const refused = await refusalOf(amend(contracts[2], '1,5'));
    expect(refused).toContain('"holder":"notice-line:kim-2-2025"');
  });

  it('is content once the contracts have followed', async () => {
    await amend(contracts[0], '8,0');
    const { noticeLines, passedOn } = await flow();
    expect(noticeLines[0]?.now.shortages).toEqual([]);
    expect(passedOn).toBe(true);
    expect(await app().get(FlowDownQueries).pending()).toEqual([]);
  });
});
