import { CapacityQueries } from '../../../src/capacity/capacity.queries.js';
import { calendarYear } from '../../../src/domain/calendar/period.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { GrantsQueries } from '../../../src/grants/grants.queries.js';
import { RecordNoticeUseCase } from '../../../src/grants/record-notice.use-case.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aChange, aSoundLine, aSoundNotice } from './notices.js';

const HOLDER = 'notice-line:kim-2-2023';

describe('a new notice', () => {
  appOnEachDatabase({}, (app) => {
    const record = () => app().get(RecordNoticeUseCase);
    const queries = () => app().get(GrantsQueries);

    it('is recorded with author and reason, and grants what its lines say', async () => {
      const notice = aSoundNotice();
      expect(await record().execute(aChange(), notice)).toBe('kim-2-2023-notice');
      const found = await queries().notice(notice.id);
      expect(found).toMatchObject({ notice, revision: 2, recordedBy: 'person:a' });
      const on = day('2023-05-01');
      const balance = await app().get(CapacityQueries).balance(HOLDER, 'fte', { on });
      expect(balance.granted).toBe(180_000n);
    });

    it('answers the same command again, and records nothing twice', async () => {
      const notice = aSoundNotice({ id: 'twice', lines: [aSoundLine({ id: 'twice-2023' })] });
      const change = aChange();
      await record().execute(change, notice);
      expect(await record().execute(change, notice)).toBe('twice');
      expect((await queries().notice('twice')).revision).toBe(2);
      const other = { ...notice, title: 'anders' };
      expect(await refusalOf(record().execute(change, other))).toContain(change.key);
    });

    it('refuses an id that another has', async () => {
      const refusal = refusalOf(record().execute(aChange(), aSoundNotice({ title: 'anders' })));
      expect(await refusal).toBe('{"notice":"kim-2-2023-notice"}');
    });

    it('refuses a line that another notice tells, unless it amends that', async () => {
      const refusal = await refusalOf(record().execute(aChange(), aSoundNotice({ id: 'second' })));
      expect(refusal).toContain('Die Bescheidzeile „kim-2-2023“ ist schon');
    });

    it.each([
      ['amends', 'unknown', 'Der geänderte Bescheid „unknown“ ist nicht bekannt.'],
      ['follows', 'unknown', 'Der Vorgängerbescheid „unknown“ ist nicht bekannt.'],
      ['effectiveFrom', '2023-07-01', 'Nur ein Änderungsbescheid (amends)'],
    ])('refuses %s "%s" with its place', async (path, value, message) => {
      const notice = aSoundNotice({ id: 'x', lines: [aSoundLine({ id: 'x' })], [path]: value });
      const refusal = await refusalOf(record().execute(aChange(), notice));
      expect(refusal).toContain(`"path":"${path}"`);
      expect(refusal).toContain(message);
    });

    it('is refused in a real book where it holds what is made up', async () => {
      const notice = aSoundNotice({ id: 'x', example: 'Aktenzeichen erfunden.' });
      const refusal = await refusalOf(record().execute(aChange(), notice));
      expect(refusal).toContain('"path":"example"');
    });

    it('may follow on another of its programme', async () => {
      const following = aSoundNotice({
        ...{ id: 'kim-2-2024-notice', follows: 'kim-2-2023-notice', period: calendarYear(2024) },
        lines: [aSoundLine({ id: 'kim-2-2024', year: 2024 })],
      });
      await record().execute(aChange(), following);
      const { notice } = await queries().notice('kim-2-2024-notice');
      expect(notice.follows).toBe('kim-2-2023-notice');
    });

    it('can be rehearsed: the warnings are told and nothing is written', async () => {
      const notice = aSoundNotice({ id: 'rehearsed', lines: [aSoundLine({ id: 'rehearsed' })] });
      expect(await record().rehearse(aChange(), notice)).toEqual([]);
      expect(await refusalOf(queries().notice('rehearsed'))).toBe('{"notice":"rehearsed"}');
    });

    it('is recorded once where two instances record it at the same time', async () => {
      const other = await app().another();
      const notice = aSoundNotice({ id: 'race', lines: [aSoundLine({ id: 'race-2023' })] });
      const results = await Promise.allSettled([
        record().execute(aChange(), notice),
        other.get(RecordNoticeUseCase).execute(aChange(), notice),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await queries().notice('race')).revision).toBe(2);
    });

    it('does not share a line with one that another instance records at the same time', async () => {
      const other = await app().another();
      const lines = [aSoundLine({ id: 'shared-2023' })];
      const results = await Promise.allSettled([
        record().execute(aChange(), aSoundNotice({ id: 'one', lines })),
        other.get(RecordNoticeUseCase).execute(aChange(), aSoundNotice({ id: 'two', lines })),
      ]);
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });
  });
});
