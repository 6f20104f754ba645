import { FLAG_CODES } from '../../positions/flags.queries.js';
import { flagMessages } from './flags.js';
import { checklistNames } from './terms.js';

const FACTS = {
  ...{ year: 2025, version: 2, days: 31, fte: 3_800, missing: 5_000, granted: 180_000n },
  ...{ used: 185_000n, measure: 'fte', from: '2025-01-01', to: '2025-01-31' },
  ...{ inForceFrom: '2025-01-01', amountCents: 566_667n, clause: '§ 4', items: 'interest, proof' },
};

describe('the sentences of the flags', () => {
  it.each(FLAG_CODES)('say %s without a gap', (code) => {
    const { title, detail } = flagMessages[code];
    expect(title).not.toBe('');
    expect(detail(FACTS)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('name the items of the checklist as the pages do', () => {
    const { detail } = flagMessages['contracts.checklist-missing'];
    expect(detail(FACTS)).toContain(`${checklistNames.interest}; ${checklistNames.proof}`);
  });

  it('write shares and money as people do', () => {
    expect(flagMessages['grants.shortage'].detail(FACTS)).toContain('18,5 VzÄ');
    expect(flagMessages['contracts.own-funds'].detail(FACTS)).toContain('5.666,67\u00a0€');
  });
});
