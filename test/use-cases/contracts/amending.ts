import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { DiscardDraftUseCase } from '../../../src/contracts/discard-draft.use-case.js';
import { DraftVersionUseCase } from '../../../src/contracts/draft-version.use-case.js';
import { EditDraftUseCase } from '../../../src/contracts/edit-draft.use-case.js';
import { RecallVersionUseCase } from '../../../src/contracts/recall-version.use-case.js';
import { RecordContractUseCase } from '../../../src/contracts/record-contract.use-case.js';
import { SendVersionUseCase } from '../../../src/contracts/send-version.use-case.js';
import { SignVersionUseCase } from '../../../src/contracts/sign-version.use-case.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { formatFte, parseFte } from '../../../src/domain/proration/fte.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import {
  CHECKLIST_ITEMS,
  type AllocationLineDefinition,
  type ContractDefinition,
} from '../../../src/programmes/definitions/definition.js';
import { writeFact } from '../../../src/programmes/definitions/fact-reading.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aNotice, aNoticeLine, aPartner } from '../../support/notice-builder.js';
import type { OpenedApp } from '../../support/open-app.js';

/** Contracts of tests that are amended: KIM II with 18.0 VzÄ, of which Lünen has 5.0. */

export const CHECKED = CHECKLIST_ITEMS.map((item) => ({ item, state: 'explicit' as const }));

const YEAR = { inForceFrom: day('2023-01-01'), inForceTo: day('2023-12-31') };

/** A contract of one partner, complete, with so many VzÄ of KIM II in 2023. */
export function contractOf(
  partner: string,
  share: string,
  given: Partial<ContractDefinition> = {},
): ContractDefinition {
  const signatures = ['kreis', partner].map((party) => ({ party, signedOn: day('2022-12-20') }));
  const lines = [lineOf(partner, share)];
  return aContract({
    id: `kim-${partner}`,
    partners: [partner],
    versions: [aVersion({ ...YEAR, signatures, lines, checklist: CHECKED })],
    ...given,
  });
}

export function lineOf(partner: string, share: string): AllocationLineDefinition {
  const fte = parseFte(share);
  const ceilingCents = ((parseEuro('57.000,00') * BigInt(fte)) /
    10_000n) as AllocationLineDefinition['ceilingCents'];
  return aLine({ id: `${partner}-kim-2`, partner, fte, ceilingCents });
}

/** KIM II of 2023, and the partners. */
const TERM = {
  ...{ text: 'Fallmanagement', costKind: 'staff' as const, quantity: '18' },
  ...{ unitCents: parseEuro('57.000,00'), amountCents: parseEuro('1.026.000,00') },
};

export const GIVEN = [
  aNotice({ lines: [aNoticeLine({ terms: [TERM] })] }),
  {
    kind: 'partners' as const,
    partners: ['luenen', 'bergkamen', 'selm'].map((id) => aPartner({ id, name: `Stadt ${id}` })),
  },
];

let count = 0;

/** Each with a reason of its own: the clock of a test stands still. */
export function change(reason = 'im Test', expected?: number): FactChange {
  count += 1;
  const number = count.toString();
  const base = { by: 'person:test', reason: `${reason} (${number})`, key: `key-${number}` };
  return { ...base, ...(expected !== undefined && { expected }) };
}

/** The steps of an amendment, by short names. */
export function steps(app: OpenedApp) {
  return {
    record: (contract: ContractDefinition) =>
      app.get(RecordContractUseCase).execute(change(), contract),
    draft: (contract: string, fields: Readonly<Record<string, unknown>> = {}) =>
      app.get(DraftVersionUseCase).execute(change('entworfen'), { contract, fields }),
    edit: (contract: string, version: number, fields: Readonly<Record<string, unknown>>) =>
      app.get(EditDraftUseCase).execute(change(), { contract, version, fields }),
    discard: (contract: string, version: number) =>
      app.get(DiscardDraftUseCase).execute(change(), { contract, version }),
    send: (contract: string, version: number, sentOn = '2023-06-01') =>
      app
        .get(SendVersionUseCase)
        .execute(change('versandt'), { contract, version, sentOn: day(sentOn) }),
    recall: (contract: string, version: number) =>
      app.get(RecallVersionUseCase).execute(change(), { contract, version }),
    sign: (contract: string, version: number, party: string, signedOn = '2023-06-10') =>
      app
        .get(SignVersionUseCase)
        .execute(change(), { contract, version, party, signedOn: day(signedOn) }),
    detail: (contract: string, on = '2023-09-01') =>
      app.get(ContractsQueries).contract(contract, { on: day(on) }),
    state: async (contract: string, number: number) =>
      (await app.get(ContractsQueries).version(contract, number, { on: day('2023-09-01') })).state,
    /** The VzÄ of all lines in force on the day. */
    shares: async (contract: string, on: string) => {
      const { contract: fact, inForce } = await app
        .get(ContractsQueries)
        .contract(contract, { on: day(on) });
      const version = fact.versions.find(({ number }) => number === inForce);
      return version?.lines.map(({ fte }) => formatFte(fte));
    },
  };
}

/** A line in the language of the files. */
export function written(line: AllocationLineDefinition): unknown {
  const version = writeFact(aVersion({ lines: [line] }));
  return (version['lines'] as readonly unknown[])[0];
}
