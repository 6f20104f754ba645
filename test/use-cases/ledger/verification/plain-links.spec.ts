import type { Instant } from '../../../../src/domain/calendar/instant.js';
import { JSON_TEXT } from '../../../../src/ledger/verification/plain-links.js';
import { PlainPass } from '../../../../src/ledger/verification/plain-pass.js';
import { storedAssignments } from '../../../../src/ledger/verification/stored-assignments.js';
import { storedItems } from '../../../../src/ledger/verification/stored-items.js';
import { Tally } from '../../../../src/ledger/verification/tally.js';
import { CollectedReport } from '../../../../src/platform/checks/collected-report.js';
import { appOnEachDatabase, type OpenedApp } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';

const AT_ONCE = 4_096;

/** All characters that a text can have: no zero, which PostgreSQL does not store, no half ones. */
function* characters(): Generator<string> {
  for (let point = 1; point <= 0x10ffff; point += 1) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

/** @returns how far the quick way goes from the link at `sequence` on */
async function walkFrom(app: OpenedApp, sequence: number): Promise<number> {
  const { reader, engine } = app;
  const report = new CollectedReport(() => undefined);
  const { accounts } = await storedItems(reader);
  const pass = new PlainPass(reader, {
    engine,
    tally: new Tally(await storedAssignments(reader, accounts, report)),
    takesBack: () => undefined,
    pageEnds: () => Promise.resolve(),
  });
  const [head] = await reader.all<{ recorded_at: Instant; hash: string }>(
    'select recorded_at, hash from ledger_chain where sequence = ?',
    [sequence],
  );
  if (head === undefined) throw new Error(`no link ${sequence}`);
  const from = { sequence, recordedAt: head.recorded_at, hash: head.hash };
  return (await pass.walk(from, '')).sequence;
}

appOnEachDatabase({}, (app) => {
  it('goes the quick way along all entries, up to the next link that is none', async () => {
    await enterSampleLedger(app());
    const links = await app().reader.all<{ sequence: string | number; item_kind: string }>(
      'select sequence, item_kind from ledger_chain order by sequence',
    );
    const first = links.findIndex(({ item_kind: kind }) => kind === 'entry');
    const next = links.findIndex(({ item_kind: kind }, at) => at > first && kind !== 'entry');
    const last = next < 0 ? links.length : next;
    expect(last - first).toBeGreaterThan(1);
    expect(await walkFrom(app(), first)).toBe(last);
  });

  it('has the database write each character in JSON as it is hashed', async () => {
    const sql = `select ${JSON_TEXT[app().engine]('t.text')} as json from (select ? as text) t`;
    const wrong: string[] = [];
    const compare = async (text: string): Promise<void> => {
      const [row] = await app().reader.all<{ json: string }>(sql, [text]);
      if (row?.json !== JSON.stringify(text)) wrong.push(text);
    };
    let text = '';
    for (const character of characters()) {
      text += character;
      if (text.length < AT_ONCE) continue;
      await compare(text);
      text = '';
    }
    await compare(text);
    await compare('');
    expect(wrong).toEqual([]);
  });
});
