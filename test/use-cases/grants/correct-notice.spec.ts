import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { CorrectNoticeUseCase } from '../../../src/grants/correct-notice.use-case.js';
import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import { RecordNoticeUseCase } from '../../../src/grants/record-notice.use-case.js';
import { WithdrawNoticeUseCase } from '../../../src/grants/withdraw-notice.use-case.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aChange, anAmendment, aSoundLine, aSoundNotice, CHECKLIST } from './notices.js';

const second = aSoundLine({ id: 'kim-1-2023', component: 'kim-1', fte: parseFte('2,0') });
const notice = aSoundNotice({ lines: [aSoundLine(), second] });

describe('a correction', () => {
  appOnEachDatabase({ given: [notice] }, (app) => {
    const correct = () => app().get(CorrectNoticeUseCase);
    const queries = () => app().get(GrantsQueries);
    const revision = async () => (await queries().notice(notice.id)).revision;
    const granted = async (lineId: string) => {
      const on = day('2023-05-01');
      const holder = `notice-line:${lineId}`;
      return (await app().get(CapacityQueries).balance(holder, 'fte', { on })).granted;
    };

    it('gives a revision to what changed, and to nothing else', async () => {
      expect(await revision()).toBe(3);
      const lines = [aSoundLine({ fte: parseFte('17,0') }), second];
      const change = aChange({ reason: 'Zahlendreher', expected: 3 });
      app().clock.moveTo('2026-03-03T08:00:00.000Z');
      await correct().execute(change, { ...notice, lines });
      expect(await revision()).toBe(4);
      expect(await granted('kim-2-2023')).toBe(170_000n);
      expect(await granted('kim-1-2023')).toBe(20_000n);
    });

    it('takes out a line that nobody names, and the mark grows all the same', async () => {
      app().clock.moveTo('2026-03-04T08:00:00.000Z');
      const change = aChange({ reason: 'Zeile gestrichen', expected: 4 });
      await correct().execute(change, {
        ...notice,
        lines: [aSoundLine({ fte: parseFte('17,0') })],
      });
      expect(await revision()).toBe(5);
      expect(await granted('kim-1-2023')).toBe(0n);
    });

    it('brings a line back that was taken out, and changes the head', async () => {
      app().clock.moveTo('2026-03-05T08:00:00.000Z');
      const change = aChange({ reason: 'doch', expected: 5 });
      const lines = [aSoundLine({ fte: parseFte('17,0') }), second];
      await correct().execute(change, { ...notice, title: 'KIM I und II', lines });
      expect(await revision()).toBe(7);
      expect(await granted('kim-1-2023')).toBe(20_000n);
    });

    it('is refused from a revision that is no longer there', async () => {
      const refusal = refusalOf(correct().execute(aChange({ expected: 3 }), notice));
      expect(await refusal).toBe('{"id":"kim-2-2023-notice","expected":3,"current":7}');
    });

    it('is refused for a notice that is not there', async () => {
      const unknown = { ...notice, id: 'unknown' };
      expect(await refusalOf(correct().execute(aChange(), unknown))).toBe('{"notice":"unknown"}');
    });

    it('is told in the history, newest first, value by value', async () => {
      const history = await queries().history(notice.id);
      expect(history.map(({ reason, revision: mark }) => [mark, reason])).toEqual([
        [7, 'doch'],
        [5, 'Zeile gestrichen'],
        [4, 'Zahlendreher'],
        [3, expect.stringContaining('Import')],
      ]);
      expect(history[2]).toMatchObject({
        recordedBy: 'person:a',
        recordedAt: '2026-03-03T08:00:00.000Z',
        differences: [
          { path: 'lines[kim-2-2023].fte', before: '18,0', after: '17,0' },
          { path: 'lines[kim-2-2023].amount', before: '1.026.000,00\u00a0€' },
          { path: 'lines[kim-2-2023].terms[0].quantity', before: '18', after: '17' },
          { path: 'lines[kim-2-2023].terms[0].amount', after: '969.000,00\u00a0€' },
        ],
      });
      expect(history[0]?.differences[0]).toEqual({
        ...{ path: 'title', before: 'KIM II 2023', after: 'KIM I und II' },
      });
    });

    it('stands as it was known on an earlier day', async () => {
      const knownAt = '2026-03-03T12:00:00.000Z' as never;
      const then = await queries().notice(notice.id, { knownAt });
      expect(then).toMatchObject({ revision: 4, notice: { title: 'KIM II 2023' } });
      expect(then.lines.map(({ id }) => id)).toEqual(['kim-2-2023', 'kim-1-2023']);
    });

    it('of two instances that saw the same revision, one is refused', async () => {
      const other = await app().another();
      const expected = await revision();
      const titled = (title: string) => ({ ...notice, title });
      const results = await Promise.allSettled([
        correct().execute(aChange({ expected }), titled('A')),
        other.get(CorrectNoticeUseCase).execute(aChange({ expected }), titled('B')),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('that makes two notices amend each other is refused', async () => {
      await app().get(RecordNoticeUseCase).execute(aChange(), anAmendment());
      const circle = { ...notice, amends: 'kim-2-2023-amended' };
      const refusal = await refusalOf(correct().execute(aChange(), circle));
      expect(refusal).toContain('ändern sich im Kreis');
    });
  });
});

describe('a notice that others name', () => {
  const draft = aVersion({
    checklist: CHECKLIST,
    number: 2,
    kind: 'by-notice',
    cause: 'kim-2-2023-amended',
    inForceFrom: day('2023-07-01'),
    signatures: [],
  });
  const unsigned = aContract({
    id: 'kim-draft',
    versions: [
      aVersion({
        checklist: CHECKLIST,
        signatures: [],
        lines: [
          aLine({
            id: 'draft-kim-1',
            component: 'kim-1',
            fte: parseFte('1,0'),
            ceilingCents: parseEuro('57.000,00'),
            funding: [{ source: 'notice-line', year: 2023, noticeLine: 'kim-1-2023' }],
          }),
        ],
      }),
    ],
  });

  appOnEachDatabase({ given: [notice, partnersOf(aPartner())] }, (app) => {
    const withdraw = (id: string) => app().get(WithdrawNoticeUseCase).execute(aChange(), id);

    it('is not taken back while an amending one is there, and that goes first', async () => {
      await app().get(RecordNoticeUseCase).execute(aChange(), anAmendment());
      expect(await refusalOf(withdraw(notice.id))).toBe(
        '{"notice":"kim-2-2023-notice","kind":"notice","by":"kim-2-2023-amended"}',
      );
      await withdraw('kim-2-2023-amended');
      expect(await refusalOf(app().get(GrantsQueries).notice('kim-2-2023-amended'))).toContain(
        'kim-2-2023-amended',
      );
      const [last] = await app().get(GrantsQueries).history('kim-2-2023-amended');
      expect(last).toMatchObject({ withdrawn: true, differences: [] });
    });

    it('may be recorded again under its id after it was taken back', async () => {
      await app().get(RecordNoticeUseCase).execute(aChange(), anAmendment());
      const { revision } = await app().get(GrantsQueries).notice('kim-2-2023-amended');
      expect(revision).toBe(6);
    });

    it('is not taken back while a version rests on it', async () => {
      await app().record(aContract({ versions: [aVersion({ checklist: CHECKLIST }), draft] }));
      expect(await refusalOf(withdraw('kim-2-2023-amended'))).toBe(
        '{"notice":"kim-2-2023-amended","kind":"contract","by":"kim-luenen"}',
      );
    });

    it('keeps a line that even a draft names, and its component and year', async () => {
      await app().record(unsigned);
      const correct = app().get(CorrectNoticeUseCase);
      const named = '{"notice":"kim-2-2023-notice","kind":"contract","by":"kim-draft"}';
      const without = { ...notice, lines: [aSoundLine()] };
      expect(await refusalOf(correct.execute(aChange(), without))).toBe(named);
      const other = { ...second, component: 'kim-3' };
      const changed = { ...notice, lines: [aSoundLine(), other] };
      expect(await refusalOf(correct.execute(aChange(), changed))).toBe(named);
    });
  });
});
