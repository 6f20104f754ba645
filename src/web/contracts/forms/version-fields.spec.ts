import { aLine, aVersion } from '../../../../test/support/contract-builder.js';
import { beginningOf, versionFields, versionFindings } from './version-fields.js';

describe('the fields of a version', () => {
  const clauses = [{ number: '§ 1', heading: 'Zweck', paragraphs: ['(1) Beratung.'] }];
  const begun = beginningOf(aVersion({ clauses, lines: [aLine()] }));

  it('hold its text as one, and give it back in clauses', () => {
    expect(begun['$wortlaut']).toBe('§ 1\nZweck\n(1) Beratung.');
    const texts = { $wortlaut: '§ 1\nZweck\n(1) Beratung.' };
    expect(versionFields(begun, texts)['clauses']).toEqual(clauses);
  });

  it('leave out items of the checklist at which nobody looked', () => {
    expect(begun['checklist']).toHaveLength(13);
    expect(versionFields(begun, {})['checklist']).toEqual([]);
  });

  it('keep of a funding only what its source needs', () => {
    const funding = [{ source: 'own-funds', year: '2026', noticeLine: 'kim-2-2026', note: 'Beschluss' }];
    const fields = versionFields({ lines: [{ funding }] }, {});
    expect(fields['lines']).toEqual([
      { funding: [{ source: 'own-funds', year: '2026', note: 'Beschluss' }] },
    ]);
  });

  it('refuse text before the first paragraph sign, at the text', () => {
    const texts = { $wortlaut: 'Präambel\n§ 1\nZweck' };
    const found = versionFindings({ subject: null, texts, input: { lines: [] } });
    expect(found.filter(({ path }) => path === '$wortlaut')).toHaveLength(1);
  });
});
