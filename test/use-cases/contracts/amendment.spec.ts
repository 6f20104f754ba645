import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { DraftVersionUseCase } from '../../../src/contracts/draft-version.use-case.js';
import { EditDraftUseCase } from '../../../src/contracts/edit-draft.use-case.js';
import { SignVersionUseCase } from '../../../src/contracts/sign-version.use-case.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { writeFact } from '../../../src/programmes/definitions/fact-reading.js';
import { aVersion } from '../../support/contract-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { without } from '../../support/without.js';
import { change, contractOf, GIVEN, lineOf, steps, written } from './amending.js';

const MIDYEAR = { inForceFrom: '2023-07-01' };

appOnEachDatabase({ given: GIVEN }, (app) => {
  const does = () => steps(app());
  const amended = { ...MIDYEAR, lines: [written(lineOf('luenen', '6.0'))] };

  it('leads an amendment from draft to effect, and only the last signature changes a figure', async () => {
    await does().record(contractOf('luenen', '5.0'));
    expect(await does().draft('kim-luenen', amended)).toBe(2);
    expect(await does().state('kim-luenen', 2)).toBe('draft');
    await does().send('kim-luenen', 2);
    expect(await does().state('kim-luenen', 2)).toBe('sent');
    await does().sign('kim-luenen', 2, 'kreis');
    expect(await does().state('kim-luenen', 2)).toBe('partly-signed');
    expect(await does().shares('kim-luenen', '2023-09-01')).toEqual(['5,0']);
    await does().sign('kim-luenen', 2, 'luenen', '2023-06-20');
    expect(await does().state('kim-luenen', 2)).toBe('effective');
    expect(await does().shares('kim-luenen', '2023-06-30')).toEqual(['5,0']);
    expect(await does().shares('kim-luenen', '2023-07-01')).toEqual(['6,0']);
    const { versions } = await does().detail('kim-luenen');
    expect(versions[1]).toMatchObject({
      completeSince: '2023-06-20',
      version: { sentOn: '2023-06-01', writtenOn: '2023-06-01', title: '1. Änderung' },
    });
  });

  it('never edits, discards or signs again what is in force', async () => {
    const fields = without(writeFact(contractOf('luenen', '5.0').versions[0] as never), 'number');
    const refused = [
      () => does().edit('kim-luenen', 2, { ...fields, signatures: [], writtenOn: undefined }),
      () => does().discard('kim-luenen', 2),
      () => does().recall('kim-luenen', 2),
      () => does().send('kim-luenen', 2),
      () => does().sign('kim-luenen', 2, 'luenen'),
    ];
    for (const each of refused) {
      expect(await refusalOf(each())).toBe('{"contract":"kim-luenen","version":2}');
    }
  });

  it('edits a draft: lines are added, changed and withdrawn, and no revision mark comes back', async () => {
    await does().record(contractOf('bergkamen', '4.0'));
    const marks = [(await does().detail('kim-bergkamen')).revision];
    const note = async (): Promise<void> => {
      marks.push((await does().detail('kim-bergkamen')).revision);
    };
    await does().draft('kim-bergkamen', MIDYEAR);
    await note();
    const { contract } = await does().detail('kim-bergkamen');
    const draft = writeFact(contract.versions[1] as never);
    const second = { ...lineOf('bergkamen', '0.5'), id: 'bergkamen-extra' };
    const lines = [written(second), written(lineOf('bergkamen', '3.5'))];
    await does().edit('kim-bergkamen', 2, { ...draft, title: 'Umbau', lines });
    await note();
    await does().edit('kim-bergkamen', 2, { ...draft, lines: [written(second)] });
    await note();
    const after = await does().detail('kim-bergkamen');
    expect(after.contract.versions[1]?.lines.map(({ id }) => id)).toEqual(['bergkamen-extra']);
    await does().discard('kim-bergkamen', 2);
    await note();
    expect((await does().detail('kim-bergkamen')).contract.versions).toHaveLength(1);
    expect(await does().draft('kim-bergkamen', MIDYEAR)).toBe(2);
    await note();
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(new Set(marks).size).toBe(marks.length);
    await does().discard('kim-bergkamen', 2);
  });

  it('tells a late editor what stands there, and keeps what the first one wrote', async () => {
    await does().draft('kim-bergkamen', MIDYEAR);
    const { revision, contract } = await does().detail('kim-bergkamen');
    const draft = writeFact(contract.versions[1] as never);
    const edit = (title: string) =>
      app()
        .get(EditDraftUseCase)
        .execute(change('Titel', revision), {
          contract: 'kim-bergkamen',
          version: 2,
          fields: { ...draft, title },
        });
    await edit('Die erste');
    expect(await refusalOf(edit('Der zweite'))).toContain(`"expected":${revision.toString()}`);
    expect((await does().detail('kim-bergkamen')).contract.versions[1]?.title).toBe('Die erste');
  });

  it('has one version under way at a time', async () => {
    expect(await refusalOf(does().draft('kim-bergkamen'))).toBe(
      '{"contract":"kim-bergkamen","version":2}',
    );
  });

  it('rehearses a draft without writing, and tells all its mistakes by place', async () => {
    const lines = [{ ...(written(lineOf('luenen', '5.0')) as object), ceiling: '1.00' }];
    const command = { contract: 'kim-luenen', fields: { lines } };
    const rehearsal = app().get(DraftVersionUseCase).rehearse(change(), command);
    expect(await refusalOf(rehearsal)).toContain('"path":"lines[0].ceiling"');
    const sound = { contract: 'kim-luenen', fields: MIDYEAR };
    const { version } = await app().get(DraftVersionUseCase).rehearse(change(), sound);
    expect(version).toMatchObject({ number: 3, title: '2. Änderung', signatures: [] });
    expect((await does().detail('kim-luenen')).contract.versions).toHaveLength(2);
  });

  it('sends nothing whose checklist nobody looked through, and nothing that R1 would refuse', async () => {
    const drafted = await does().detail('kim-bergkamen');
    const draft = writeFact(drafted.contract.versions[1] as never);
    await does().edit('kim-bergkamen', 2, { ...draft, checklist: [] });
    expect(await refusalOf(does().send('kim-bergkamen', 2))).toContain('"count":13');
    await does().edit('kim-bergkamen', 2, {
      ...draft,
      lines: [written(lineOf('bergkamen', '12.5'))],
    });
    expect(await refusalOf(does().send('kim-bergkamen', 2))).toContain('notice-line:kim-2-2023');
    expect(await does().state('kim-bergkamen', 2)).toBe('draft');
    await does().edit('kim-bergkamen', 2, {
      ...draft,
      lines: [written(lineOf('bergkamen', '12.0'))],
    });
    await does().send('kim-bergkamen', 2);
    expect(await does().state('kim-bergkamen', 2)).toBe('sent');
  });

  it('recalls what is out, and forgets its signatures', async () => {
    await does().sign('kim-bergkamen', 2, 'kreis');
    expect(await refusalOf(does().sign('kim-bergkamen', 2, 'kreis'))).toContain('2023-06-10');
    expect(await refusalOf(does().sign('kim-bergkamen', 2, 'luenen'))).toBe(
      '{"contract":"kim-bergkamen","party":"luenen"}',
    );
    await does().recall('kim-bergkamen', 2);
    expect(await does().state('kim-bergkamen', 2)).toBe('draft');
    const { contract } = await does().detail('kim-bergkamen');
    expect(contract.versions[1]?.signatures).toEqual([]);
    expect(await refusalOf(does().sign('kim-bergkamen', 2, 'kreis'))).toContain('"version":2');
  });

  it('records no signature of tomorrow, and rehearses one of today', async () => {
    await does().send('kim-bergkamen', 2);
    expect(await refusalOf(does().sign('kim-bergkamen', 2, 'kreis', '2026-03-03'))).toContain(
      'date-ahead',
    );
    const command = { contract: 'kim-bergkamen', version: 2, party: 'kreis' };
    const rehearsed = await app()
      .get(SignVersionUseCase)
      .rehearse(change(), { ...command, signedOn: day('2023-06-10') });
    expect(rehearsed).toEqual({ state: 'partly-signed', missing: ['signature:bergkamen'] });
    expect(await does().state('kim-bergkamen', 2)).toBe('sent');
  });

  it('discards a contract that was never more than a draft, and tells its history all the same', async () => {
    const [version] = contractOf('selm', '0.5').versions;
    const draft = { ...without(aVersion(version), 'writtenOn'), signatures: [] };
    await does().record({ ...contractOf('selm', '0.5'), versions: [draft] });
    await does().discard('kim-selm', 1);
    expect(await refusalOf(does().detail('kim-selm'))).toBe('{"contract":"kim-selm"}');
    const history = await app().get(ContractsQueries).history('kim-selm');
    expect(history.map(({ withdrawn }) => withdrawn)).toEqual([true, false]);
    await does().record({ ...contractOf('selm', '0.5'), versions: [draft] });
    expect((await does().detail('kim-selm')).contract.versions).toHaveLength(1);
  });

  it('tells who changed what in a contract, newest first', async () => {
    const history = await app().get(ContractsQueries).history('kim-luenen');
    expect(history).toHaveLength(5);
    expect(history[0]?.differences.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('signatures'),
    );
    const { revision } = await does().detail('kim-luenen');
    expect(history[0]?.revision).toBe(revision);
  });
});
