import { JSON_TEXT } from '../../../../src/ledger/verification/plain-links.js';
import { appOnEachDatabase } from '../../../support/open-app.js';

const AT_ONCE = 4_096;

/** All characters that a text can have: no zero, which PostgreSQL does not store, no half ones. */
function* characters(): Generator<string> {
  for (let point = 1; point <= 0x10ffff; point += 1) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
  }
}

appOnEachDatabase({}, (app) => {
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
