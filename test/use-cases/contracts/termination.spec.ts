import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { TerminateContractUseCase } from '../../../src/contracts/terminate-contract.use-case.js';
import { WithdrawTerminationUseCase } from '../../../src/contracts/withdraw-termination.use-case.js';
import { derivationToJson } from '../../../src/domain/derivation/derivation-json.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { formatEuro } from '../../../src/domain/money/amount-text.js';
import { formatFte } from '../../../src/domain/proration/fte.js';
import { aVersion } from '../../support/contract-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { change, CHECKED, contractOf, GIVEN, lineOf, steps } from './amending.js';

/** Two partners under one contract until the end of 2030, paid from own funds after 2023. */
const signatures = ['kreis', 'luenen', 'bergkamen'].map((party) => ({
  party,
  signedOn: day('2022-12-20'),
}));
const funding = Array.from({ length: 8 }, (_, index) => ({
  ...{ source: 'own-funds' as const, year: 2023 + index },
}));
const shared = contractOf('luenen', '5.0', {
  id: 'kim-shared',
  partners: ['luenen', 'bergkamen'],
  versions: [
    aVersion({
      inForceTo: day('2030-12-31'),
      lines: [
        { ...lineOf('luenen', '5.0'), funding },
        { ...lineOf('bergkamen', '4.0'), funding },
      ],
      ...{ signatures, checklist: CHECKED },
    }),
  ],
});

appOnEachDatabase({ given: GIVEN, present: '2031-01-10T08:00:00.000Z' }, (app) => {
  const preview = (receivedOn: string, party = 'luenen') =>
    app().get(ContractsQueries).terminationPreview('kim-shared', party, day(receivedOn));
  const terminate = (receivedOn: string, party = 'luenen') =>
    app()
      .get(TerminateContractUseCase)
      .execute(change(), { contract: 'kim-shared', party, receivedOn: day(receivedOn) });

  it.each([
    ['2024-06-30', '2024-12-31', '2024-06-30', '2024-06-28', false],
    ['2024-06-28', '2024-12-31', '2024-06-30', '2024-06-28', false],
    ['2024-07-01', '2025-12-31', '2025-06-30', '2025-06-30', true],
    ['2029-06-30', '2029-12-31', '2029-06-30', '2029-06-29', false],
    ['2029-07-02', '2030-12-31', '2030-06-30', '2030-06-28', true],
  ])(
    'ends a contract whose notice came on %s on %s (R12)',
    async (receivedOn, endsOn, dueOn, safeOn, missedYear) => {
      const { detail } = steps(app());
      await detail('kim-shared').catch(() => steps(app()).record(shared));
      expect(await preview(receivedOn)).toMatchObject({ endsOn, dueOn, safeOn, missedYear });
    },
  );

  it('shows what ends for all parties, in VzÄ and euros, with its derivation', async () => {
    const { lines, lostFte, lostByYear, derivation, clause } = await preview('2029-06-30');
    expect(lines.map(({ line, own, period }) => [line, own, period.from, period.to])).toEqual([
      ['luenen-kim-2', true, '2030-01-01', '2030-12-31'],
      ['bergkamen-kim-2', false, '2030-01-01', '2030-12-31'],
    ]);
    expect(formatFte(lostFte)).toBe('9,0');
    expect(lostByYear.map(({ year, lostCents }) => [year, formatEuro(lostCents)])).toEqual([
      [2030, '513.000,00\u00a0€'],
    ]);
    expect(derivationToJson(derivation())).toMatchObject({ rule: 'R12' });
    expect(clause).toBe('§ 15 Abs. 2');
  });

  it('ends the contract for all once it is recorded, and shows it on each later day', async () => {
    await terminate('2029-06-30');
    const { contract } = await steps(app()).detail('kim-shared');
    expect(contract.termination).toMatchObject({ party: 'luenen', endsOn: '2029-12-31' });
    expect(await steps(app()).shares('kim-shared', '2029-12-31')).toEqual(['5,0', '4,0']);
    expect(await steps(app()).shares('kim-shared', '2030-01-01')).toBeUndefined();
  });

  it('is terminated once, by a party, and nothing new begins after its end', async () => {
    expect(await refusalOf(terminate('2029-06-30', 'bergkamen'))).toContain('2029-12-31');
    expect(await refusalOf(preview('2029-06-30', 'selm'))).toContain('"party":"selm"');
    const late = steps(app()).draft('kim-shared', { inForceFrom: '2030-01-01' });
    expect(await refusalOf(late)).toContain('"endsOn":"2029-12-31"');
  });

  it('goes on when the termination is withdrawn, and cannot be terminated after its term', async () => {
    const withdraw = () =>
      app().get(WithdrawTerminationUseCase).execute(change('geeinigt'), 'kim-shared');
    await withdraw();
    expect(await steps(app()).shares('kim-shared', '2030-01-01')).toEqual(['5,0', '4,0']);
    expect(await refusalOf(withdraw())).toBe('{"contract":"kim-shared"}');
    expect(await refusalOf(terminate('2031-01-05'))).toContain('"on":"2031-01-05"');
    expect(await refusalOf(terminate('2031-01-11'))).toContain('date-ahead');
  });

  it('frees what it took from the notice, and does not come back when others have taken it', async () => {
    const both = contractOf('luenen', '10.0', { id: 'kim-early' });
    const [version] = both.versions;
    const early = {
      ...both,
      versions: [{ ...aVersion(version), inForceFrom: day('2022-01-01') }].map((each) => ({
        ...each,
        lines: [{ ...lineOf('luenen', '10.0'), id: 'early-kim-2' }],
      })),
    };
    await steps(app()).record(early);
    await app()
      .get(TerminateContractUseCase)
      .execute(change(), { contract: 'kim-early', party: 'kreis', receivedOn: day('2022-06-30') });
    await steps(app()).record(contractOf('selm', '9.0'));
    const back = app().get(WithdrawTerminationUseCase).execute(change(), 'kim-early');
    expect(await refusalOf(back)).toContain('notice-line:kim-2-2023');
  });
});
