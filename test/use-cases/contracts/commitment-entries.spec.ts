import { ContractWriting } from '../../../src/contracts/contracts.js';
import { TerminateContractUseCase } from '../../../src/contracts/terminate-contract.use-case.js';
import { WithdrawTerminationUseCase } from '../../../src/contracts/withdraw-termination.use-case.js';
import { calendarYear } from '../../../src/domain/calendar/period.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { Ledger, type EntryKind } from '../../../src/ledger/ledger.js';
import { statementOf } from '../../../src/platform/database/fact-change.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
  LineFunding,
} from '../../../src/programmes/definitions/definition.js';
import { staffTerm } from '../../support/amending.js';
import { aVersion } from '../../support/contract-builder.js';
import { anEntry } from '../../support/entries.js';
import { accountSums, brief, entriesOf, sumsOf } from '../../support/journal.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { aNotice, aNoticeLine } from '../../support/notice-builder.js';
import { without } from '../../support/without.js';
import { change, CHECKED, contractOf, GIVEN, lineOf, steps } from './amending.js';

const own = (...years: number[]): LineFunding[] =>
  years.map((year) => ({ source: 'own-funds', year }));

/** 2.0 VzÄ of 2023 from the notice, and of 2024 and 2025 from own funds. */
const runsOn = (partner: string, share = '2.0'): ContractDefinition => {
  const line = { ...lineOf(partner, share) };
  return contractOf(partner, share, {
    versions: [
      aVersion({
        inForceTo: day('2025-12-31'),
        signatures: ['kreis', partner].map((party) => ({ party, signedOn: day('2022-12-20') })),
        lines: [{ ...line, funding: [...line.funding, ...own(2024, 2025)] }],
        checklist: CHECKED,
      }),
    ],
  });
};

const notice2025 = aNotice({
  id: 'kim-2-2025-notice',
  period: calendarYear(2025),
  lines: [
    aNoticeLine({
      ...{ id: 'kim-2-2025', year: 2025 },
      terms: [staffTerm('18', '57.000,00', '1.026.000,00')],
    }),
  ],
});

const ledgerOf = (app: OpenedApp) => ({
  entries: async (contract: string) =>
    (await entriesOf(app.reader, `contract:${contract}`)).map(brief),
  /** What is bound and not yet ordered, by year. */
  open: async (contract: string) => {
    const all = (await entriesOf(app.reader, '')).flatMap(({ postings }) => postings);
    return [2023, 2024, 2025].map(
      (budgetYear) => sumsOf(all, { contract, budgetYear })['commitments'] ?? '0,00',
    );
  },
  /** The next version, signed by all, from 2025 on. */
  amend: (
    contract: ContractDefinition,
    share: string,
    given: Partial<ContractVersionDefinition> = {},
    funding: readonly LineFunding[] = own(2025),
  ) => {
    const [last] = contract.versions.slice(-1);
    const [partner = ''] = contract.partners;
    if (last === undefined) throw new Error('the contract has a version');
    const lines = [{ ...lineOf(partner, share), funding: [...own(2024), ...funding] }];
    const next = { ...last, kind: 'amendment', inForceFrom: day('2025-01-01'), lines } as const;
    return app
      .get(UnitOfWork)
      .run((tx) =>
        app
          .get(ContractWriting)
          .addVersion(tx, contract.id, { ...next, ...given }, statementOf(change('geändert'))),
      );
  },
  order: (contract: ContractDefinition, budgetYear: number, amount: string) => {
    const [line] = contract.versions[0]?.lines ?? [];
    const dimensions = {
      ...{ contract: contract.id, allocationLine: line?.id ?? '', partner: line?.partner ?? '' },
      ...{ budgetYear, programme: contract.programme, component: line?.component ?? '' },
    };
    const sides = {
      ...{ advances: amount, 'in-transit': `-${amount}` },
      ...{ 'commitments-contra': amount, commitments: `-${amount}` },
    };
    const kind: EntryKind = 'order';
    return app
      .get(UnitOfWork)
      .run((tx) => app.get(Ledger).append(tx, anEntry(sides, { kind, dimensions })));
  },
});

/** 2.0 VzÄ until the end of 2025: 114.000 € a year. */
const YEARLY = '114.000,00';

describe('a contract', () => {
  appOnEachDatabase({ given: GIVEN }, (app) => {
    const entries = (contract: string) => ledgerOf(app()).entries(contract);

    it('binds nothing until it is signed by all, then all years of its lines', async () => {
      const { record, send, sign } = steps(app());
      const contract = runsOn('luenen');
      const drafted = contract.versions.map((version) => ({
        ...without(version, 'writtenOn'),
        signatures: [],
      }));
      await record({ ...contract, versions: drafted });
      await send('kim-luenen', 1);
      await sign('kim-luenen', 1, 'luenen');
      expect(await entries('kim-luenen')).toEqual([]);
      await sign('kim-luenen', 1, 'kreis');
      const [entry, ...more] = await entriesOf(app().reader, 'contract:kim-luenen');
      expect(more).toEqual([]);
      expect(entry && brief(entry)).toEqual([
        'commitment',
        'contract:kim-luenen/1',
        '2023-01-01',
        { commitments: '342.000,00', 'commitments-contra': '-342.000,00' },
      ]);
      expect(entry?.text).toBe('Vertrag „KIM Lünen“, Fassung 1 („Weiterleitungsvertrag“) wirksam');
      const bound = entry?.postings.filter(({ account }) => account === 'commitments') ?? [];
      expect(bound).toMatchObject([
        {
          ...{ budgetYear: 2023, noticeLine: 'kim-2-2023', partner: 'luenen', programme: 'kim' },
          ...{ component: 'kim-2', contract: 'kim-luenen', allocationLine: 'luenen-kim-2' },
        },
        { budgetYear: 2024 },
        { budgetYear: 2025 },
      ]);
      expect(bound[1]).not.toHaveProperty('noticeLine');
    });

    it('binds the difference by an amendment, from its first day on', async () => {
      const { contract } = await steps(app()).detail('kim-luenen');
      await ledgerOf(app()).amend(contract, '3.0', { inForceFrom: day('2024-07-01') });
      expect((await entries('kim-luenen')).at(-1)).toEqual([
        'commitment',
        'contract:kim-luenen/2',
        '2024-07-01',
        { commitments: '85.500,00', 'commitments-contra': '-85.500,00' },
      ]);
      expect(await ledgerOf(app()).open('kim-luenen')).toEqual([
        YEARLY,
        '142.500,00',
        '171.000,00',
      ]);
    });

    it('sets free the years after its end by a termination, and binds them again without', async () => {
      const command = { contract: 'kim-luenen', party: 'luenen', receivedOn: day('2024-06-20') };
      await app().get(TerminateContractUseCase).rehearse(change(), command);
      await app().get(TerminateContractUseCase).execute(change(), command);
      expect((await entries('kim-luenen')).at(-1)).toEqual([
        'commitment',
        'contract:kim-luenen',
        '2024-07-01',
        { commitments: '-171.000,00', 'commitments-contra': '171.000,00' },
      ]);
      expect(await ledgerOf(app()).open('kim-luenen')).toEqual([YEARLY, '142.500,00', '0,00']);
      await app().get(WithdrawTerminationUseCase).execute(change(), 'kim-luenen');
      expect(await ledgerOf(app()).open('kim-luenen')).toEqual([
        YEARLY,
        '142.500,00',
        '171.000,00',
      ]);
      const texts = (await entriesOf(app().reader, 'contract:kim-luenen')).map(({ text }) => text);
      expect(texts.slice(2)).toEqual([
        'Vertrag „KIM Lünen“ zum 31.12.2024 gekündigt',
        'Vertrag „KIM Lünen“ zum 31.12.2024 gekündigt: Kündigung zurückgenommen',
      ]);
    });

    it('falls to what is ordered at most, and rises by no more than what is missing', async () => {
      const { record, detail } = steps(app());
      const { order, amend, open } = ledgerOf(app());
      await record(runsOn('bergkamen'));
      await order(runsOn('bergkamen'), 2025, '100.000,00');
      await amend((await detail('kim-bergkamen')).contract, '1.0');
      expect(await open('kim-bergkamen')).toEqual([YEARLY, YEARLY, '0,00']);
      expect((await entries('kim-bergkamen')).at(-1)?.[3]).toEqual({
        ...{ commitments: '-14.000,00', 'commitments-contra': '14.000,00' },
      });
      await amend((await detail('kim-bergkamen')).contract, '2.0');
      expect((await entries('kim-bergkamen')).at(-1)?.[3]).toEqual({
        ...{ commitments: '14.000,00', 'commitments-contra': '-14.000,00' },
      });
    });

    it('moves to the notice that pays now what is not ordered yet', async () => {
      const { record, detail } = steps(app());
      const { order, amend } = ledgerOf(app());
      await record(runsOn('selm'));
      await order(runsOn('selm'), 2025, '40.000,00');
      await app().record(notice2025);
      const funding = [{ source: 'notice-line', year: 2025, noticeLine: 'kim-2-2025' } as const];
      await amend((await detail('kim-selm')).contract, '2.0', {}, funding);
      const last = (await entriesOf(app().reader, 'contract:kim-selm')).at(-1)?.postings ?? [];
      expect(sumsOf(last, { noticeLine: 'kim-2-2025' })['commitments']).toBe('74.000,00');
      expect(accountSums(last)).toEqual({});
    });
  });
});

describe('what is tracked, but not booked', () => {
  const inSelm = lineOf('selm', '1.0');
  const funding = [
    { source: 'allocation-line', year: 2023, allocationLine: 'luenen-kim-2' },
  ] as const;
  const thirdTier = contractOf('selm', '1.0', {
    forwardedBy: 'luenen',
    versions: contractOf('selm', '1.0').versions.map((version) => ({
      ...version,
      signatures: ['luenen', 'selm'].map((party) => ({ party, signedOn: day('2022-12-20') })),
      lines: [{ ...inSelm, funding }],
    })),
  });
  appOnEachDatabase({ given: [...GIVEN, contractOf('luenen', '2.0'), thirdTier] }, (app) => {
    it('is what a partner passes on', async () => {
      expect(await ledgerOf(app()).entries('kim-luenen')).toHaveLength(1);
      expect(await ledgerOf(app()).entries('kim-selm')).toEqual([]);
    });
  });
});
