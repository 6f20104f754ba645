import type { Instant } from '../domain/calendar/instant.js';
import { RevisionColumns } from '../platform/database/revision-columns.js';
import { historyOf } from './fact-history.js';

class Row extends RevisionColumns {
  readonly text!: string;
}

const FIRST = '2026-01-05T08:00:00.000Z';
const SECOND = '2026-02-05T08:00:00.000Z';

const row = (id: string, revision: number, given: Partial<Row> = {}): Row =>
  Object.assign(new Row(), {
    ...{ id, revision, text: `${id} ${revision.toString()}`, withdrawn: false },
    ...{ recordedAt: FIRST as Instant, recordedBy: 'person:a', reason: 'neu' },
    ...given,
  });

const factOf = (head: Row, parts: readonly Row[]) => ({
  text: head.text,
  parts: parts.map(({ id, text }) => ({ id, text })),
});

const later = (reason: string): Partial<Row> => ({ recordedAt: SECOND as Instant, reason });

describe('the history of a fact of several rows', () => {
  it('tells each change once, newest first, with the mark that the fact had after it', () => {
    const heads = [row('head', 1), row('head', 2, later('Titel'))];
    const parts = [row('a', 1), row('b', 1), row('a', 2, later('Titel'))];
    expect(historyOf(heads, [parts], factOf)).toEqual([
      {
        ...{ revision: 5, recordedAt: SECOND, recordedBy: 'person:a', reason: 'Titel' },
        withdrawn: false,
        differences: [
          { path: 'text', before: 'head 1', after: 'head 2' },
          { path: 'parts[a].text', before: 'a 1', after: 'a 2' },
        ],
      },
      {
        ...{ revision: 3, recordedAt: FIRST, recordedBy: 'person:a', reason: 'neu' },
        ...{ withdrawn: false, differences: [] },
      },
    ]);
  });

  it('tells a part that is taken out, and its mark still grows', () => {
    const gone = row('a', 2, { ...later('gestrichen'), withdrawn: true });
    const [newest] = historyOf([row('head', 1)], [[row('a', 1), gone]], factOf);
    expect(newest).toMatchObject({
      revision: 3,
      differences: [{ path: 'parts[a].id', before: 'a', after: '' }, { after: '' }],
    });
  });

  it('tells a fact that is taken back, and what differs when it is stated again', () => {
    const heads = [
      row('head', 1),
      row('head', 2, { ...later('Irrtum'), withdrawn: true }),
      row('head', 3, later('doch')),
    ];
    expect(historyOf(heads, [[]], factOf)).toMatchObject([
      { reason: 'doch', withdrawn: false, differences: [{ path: 'text', before: 'head 1' }] },
      { reason: 'Irrtum', withdrawn: true, differences: [] },
      { reason: 'neu' },
    ]);
  });

  it('keeps two changes of one instant apart where they touch the same row', () => {
    const history = historyOf([row('head', 1), row('head', 2)], [[]], factOf);
    expect(history.map(({ revision }) => revision)).toEqual([2, 1]);
  });
});
