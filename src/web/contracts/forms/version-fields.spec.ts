import { aLine, aVersion } from '../../../../test/support/contract-builder.js';
import { beginningOf, versionFields, versionFindings } from './version-fields.js';

describe('the fields of a version', () => {
  const clauses = [{ number: '§ 1', heading: 'Zweck', paragraphs: ['(1) Beratung.'] }];
  const begun = beginningOf(aVersion({ clauses, lines: [aLine()] }));

  it('hold its text as one, and give it back in clauses', () => {
    expect(begun['$wortlaut']).toBe('§ 1\nZweck\n\n(1) Beratung.');
    const texts = { $wortlaut: '§ 1\nZweck\n(1) Beratung.' };
    expect(versionFields(begun, texts)['clauses']).toEqual(clauses);
  });

  it('leave out items of the checklist at which nobody looked', () => {
    expect(begun['checklist']).toHaveLength(13);
    expect(versionFields(begun, {})['checklist']).toEqual([]);
  });

  it('tell who pays as one choice, and give it back with its source', () => {
    const [line] = begun['lines'] as readonly { readonly funding: unknown }[];
    expect(line?.funding).toEqual([{ year: '2023', payer: 'notice-line:kim-2-2023' }]);
    const own = { year: '2026', payer: 'own-funds', note: 'Beschluss' };
    expect(versionFields({ lines: [{ id: 'a', funding: [own] }] }, {})['lines']).toEqual([
      { id: 'a', funding: [{ source: 'own-funds', year: '2026', note: 'Beschluss' }] },
    ]);
    expect(versionFields(begun, {})['lines']).toMatchObject([
      { funding: [{ source: 'notice-line', noticeLine: 'kim-2-2023' }] },
    ]);
  });

  it('give a line without a key one made of its partner and component', () => {
    const line = { partner: 'luenen', component: 'kim-2' };
    const ids = (
      versionFields({ lines: [line, line, {}] }, {})['lines'] as readonly { id: string }[]
    ).map(({ id }) => id);
    expect(ids).toEqual(['luenen-kim-2', 'luenen-kim-2-2', 'zeile']);
  });

  it('refuse text before the first paragraph sign, at the text', () => {
    const texts = { $wortlaut: 'Präambel\n§ 1\nZweck' };
    const found = versionFindings({ subject: null, texts, input: { lines: [] } });
    expect(found.filter(({ path }) => path === '$wortlaut')).toHaveLength(1);
  });
});
