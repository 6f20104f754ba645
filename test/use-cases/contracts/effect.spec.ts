import { ContractWriting } from '../../../src/contracts/contracts.js';
import { CorrectContractUseCase } from '../../../src/contracts/correct-contract.use-case.js';
import { SignVersionUseCase } from '../../../src/contracts/sign-version.use-case.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type {
  ContractDefinition,
  ContractHead,
} from '../../../src/programmes/definitions/definition.js';
import { aVersion } from '../../support/contract-builder.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { without } from '../../support/without.js';
import { change, contractOf, GIVEN, lineOf, steps, written } from './amending.js';

const MIDYEAR = { inForceFrom: '2023-07-01' };

/** Selm has 0.5 VzÄ, and no clause by which its values follow the notice. */
const terms = { ...aVersion().terms, followsNotice: { on: false, clause: 'nicht vereinbart' } };
const selm = contractOf('selm', '0.5');
const bound = { ...selm, versions: selm.versions.map((each) => ({ ...each, terms })) };

function headOf(contract: ContractDefinition): ContractHead {
  return without(contract, 'kind', 'versions', 'termination');
}

appOnEachDatabase({ given: GIVEN }, (app) => {
  const does = () => steps(app());

  it('lets the database decide which of two instances takes the last 0.5 VzÄ', async () => {
    await does().record(bound);
    await does().record(contractOf('luenen', '8.5'));
    await does().record(contractOf('bergkamen', '8.5'));
    for (const [partner, share] of [
      ['luenen', '9.0'],
      ['bergkamen', '9.0'],
    ] as const) {
      const fields = { ...MIDYEAR, lines: [written(lineOf(partner, share))] };
      await does().draft(`kim-${partner}`, fields);
      await does().send(`kim-${partner}`, 2);
      await does().sign(`kim-${partner}`, 2, 'kreis');
    }
    const sign = (from: OpenedApp, party: string): Promise<string> => {
      const command = { contract: `kim-${party}`, version: 2, party, signedOn: day('2023-06-20') };
      return from.get(SignVersionUseCase).execute(change(), command);
    };
    const told = await Promise.allSettled([
      sign(app(), 'luenen'),
      sign(await app().another(), 'bergkamen'),
    ]);
    expect(told.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = told.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'capacity.exceeded' });
    const states = [await does().state('kim-luenen', 2), await does().state('kim-bergkamen', 2)];
    expect(states.toSorted()).toEqual(['effective', 'partly-signed']);
  });

  it('recalls the loser, and lets the winner alone', async () => {
    const loser = (await does().state('kim-luenen', 2)) === 'effective' ? 'bergkamen' : 'luenen';
    await does().recall(`kim-${loser}`, 2);
    await does().discard(`kim-${loser}`, 2);
    expect(await refusalOf(does().recall(`kim-${loser}`, 2))).toContain('"version":2');
  });

  it('follows a notice without signature only where the contract says so, and names the cause', async () => {
    const [first] = bound.versions;
    const figures = without(aVersion(first), 'number');
    const version = {
      ...{ ...figures, kind: 'by-notice' as const, signatures: [] },
      inForceFrom: day('2023-07-01'),
    };
    const add = (contract: string, cause?: string): Promise<number> =>
      app()
        .get(UnitOfWork)
        .run((tx) =>
          app()
            .get(ContractWriting)
            .addVersion(tx, contract, { ...version, ...(cause && { cause }) }, change()),
        );
    expect(await refusalOf(add('kim-selm', 'kim-2-2023-notice'))).toBe(
      '{"contract":"kim-selm","on":"2023-07-01"}',
    );
    expect(await refusalOf(add('kim-selm'))).toBe('{"contract":"kim-selm"}');
  });

  it('does not let a draft that was overtaken take effect', async () => {
    const partner =
      (await does()
        .state('kim-luenen', 2)
        .catch(() => 'none')) === 'effective'
        ? 'bergkamen'
        : 'luenen';
    const contract = `kim-${partner}`;
    await does().draft(contract, MIDYEAR);
    const { contract: fact } = await does().detail(contract);
    const [first] = fact.versions;
    const figures = without(aVersion(first), 'number');
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(ContractWriting)
          .addVersion(
            tx,
            contract,
            {
              ...{ ...figures, kind: 'by-notice', signatures: [], cause: 'kim-2-2023-notice' },
              inForceFrom: day('2023-07-01'),
            },
            change(),
          ),
      );
    expect(await refusalOf(does().send(contract, 2))).toContain('"later":3');
    await does().discard(contract, 2);
    expect((await does().detail(contract)).contract.versions.map(({ number }) => number)).toEqual([
      1, 3,
    ]);
  });

  it('corrects the head of a contract; its parties stand once a version is out', async () => {
    const correct = (head: ContractHead): Promise<string> =>
      app().get(CorrectContractUseCase).execute(change('Aktenzeichen'), head);
    const head = headOf(contractOf('selm', '0.5'));
    await correct({ ...head, fileReference: '50.1-NEU' });
    const { contract } = await does().detail('kim-selm');
    expect(contract.fileReference).toBe('50.1-NEU');
    expect(await refusalOf(correct({ ...head, partners: ['selm', 'luenen'] }))).toBe(
      '{"contract":"kim-selm","field":"partners"}',
    );
    expect(await refusalOf(correct({ ...head, id: 'kim-nobody' }))).toBe(
      '{"contract":"kim-nobody"}',
    );
  });

  it('records no contract twice, and none that names what there is not', async () => {
    expect(await refusalOf(does().record(contractOf('selm', '0.5')))).toContain('KIM Lünen');
    const unknown = contractOf('werne', '0.5');
    expect(await refusalOf(does().record(unknown))).toContain('"path":"partners[0]"');
    const taken = contractOf('selm', '0.5', { id: 'kim-other' });
    expect(await refusalOf(does().record(taken))).toContain('"other":"kim-selm"');
  });
});
