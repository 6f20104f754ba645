import { ContractDocumentsQueries } from '../../../src/contracts/contract-documents.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { FileDocumentUseCase } from '../../../src/contracts/file-document.use-case.js';
import { HandOverDocumentUseCase } from '../../../src/contracts/hand-over-document.use-case.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { Reader } from '../../../src/platform/database/reader.js';
import { StoredFile } from '../../../src/documents/stored-file.entity.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { change, contractOf, GIVEN, steps } from './amending.js';

const PDF = { name: 'Stellenbeschreibung Lünen.pdf', bytes: Buffer.from('%PDF-1.7 Beispiel') };
const PAPER = {
  ...{ title: 'Stellenbeschreibung', kind: 'job-description' as const },
  ...{ reference: 'SB-1', datedOn: day('2022-11-02') },
};

appOnEachDatabase({ given: GIVEN }, (app) => {
  const file = (given: object = {}, key = change()) =>
    app()
      .get(FileDocumentUseCase)
      .execute(key, { contract: 'kim-luenen', paper: PAPER, file: PDF, ...given });
  const documents = () => app().get(ContractDocumentsQueries);

  it('files a part once, however often the command comes, and gives its bytes back', async () => {
    await steps(app()).record(contractOf('luenen', '5.0'));
    const key = change('Bestandteil');
    const id = await file({}, key);
    expect(await file({}, key)).toBe(id);
    const { fact, revision } = await documents().document('kim-luenen', id);
    expect(revision).toBe(1);
    expect(fact).toMatchObject({
      ...PAPER,
      file: { name: PDF.name, mediaType: 'application/pdf', size: PDF.bytes.length },
    });
    const taken = await documents().file('kim-luenen', id);
    expect(taken.bytes.equals(PDF.bytes)).toBe(true);
  });

  it('stores the same bytes once, also from two instances at a time', async () => {
    const other = await app().another();
    const bytes = Buffer.from('Konzept: wer wen berät');
    const from = (instance: ReturnType<typeof app>, name: string) =>
      instance.get(FileDocumentUseCase).execute(change('Konzept'), {
        contract: 'kim-luenen',
        paper: PAPER,
        file: { name, bytes },
      });
    await Promise.all([from(app(), 'a.txt'), from(other, 'b.txt')]);
    const stored = await app()
      .get(Reader)
      .repository(StoredFile)
      .createQueryBuilder('file')
      .where('file.size = :size', { size: bytes.length })
      .getMany();
    expect(stored.map(({ mediaType }) => mediaType)).toEqual(['text/plain']);
    const names = (await documents().documents('kim-luenen')).map(({ fact }) => fact.file?.name);
    expect(names).toEqual(expect.arrayContaining(['a.txt', 'b.txt']));
  });

  it('notes a part without a file, and hands over to parties only', async () => {
    const noted = { contract: 'kim-luenen', paper: { title: 'ANBest-G', kind: 'anbest' as const } };
    const id = await app().get(FileDocumentUseCase).execute(change('ANBest'), noted);
    const hand = (to: readonly string[], on = '2023-01-05', expected = 1) =>
      app()
        .get(HandOverDocumentUseCase)
        .execute(change('übergeben', expected), {
          contract: 'kim-luenen',
          document: id,
          handedOver: { on: day(on), to },
        });
    expect(await refusalOf(hand(['selm']))).toContain('"party":"selm"');
    expect(await refusalOf(hand(['luenen'], '2026-03-03'))).toContain('date-ahead');
    await hand(['luenen']);
    expect(await refusalOf(hand(['luenen'], '2023-01-06'))).toContain('"current":2');
    const { fact } = await documents().document('kim-luenen', id);
    expect(fact.handedOver).toEqual([{ party: 'luenen', on: '2023-01-05' }]);
    await hand(['kreis', 'luenen'], '2023-01-04', 2);
    await hand(['kreis'], '2023-01-09', 3);
    expect((await documents().document('kim-luenen', id)).fact.handedOver).toEqual([
      { party: 'luenen', on: '2023-01-04' },
      { party: 'kreis', on: '2023-01-09' },
    ]);
    expect(await refusalOf(documents().file('kim-luenen', id))).toContain('kim-luenen');
  });

  it('shows the parts in the history of the contract, and leaves its mark alone', async () => {
    const before = await steps(app()).detail('kim-luenen');
    await file();
    expect((await steps(app()).detail('kim-luenen')).revision).toBe(before.revision);
    const history = await app().get(ContractsQueries).history('kim-luenen');
    const handedOver = history.find(({ document }) => document?.title === 'ANBest-G');
    expect(handedOver?.differences.map(({ path }) => path)).toContain('handedOver[kreis].on');
  });

  it('does not take what belongs to no contract, or to another', async () => {
    expect(await refusalOf(file({ contract: 'kim-nobody' }))).toBe('{"contract":"kim-nobody"}');
    const [first] = await documents().documents('kim-luenen');
    const foreign = documents().document('kim-bergkamen', first?.fact.id ?? '');
    expect(await refusalOf(foreign)).toContain('kim-bergkamen');
  });
});
