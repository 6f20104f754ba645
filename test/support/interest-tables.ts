import { parsePlainDate } from '../../src/domain/calendar/plain-date.js';
import type { InterestTables } from '../../src/domain/interest/interest.js';
import { parseDecimal } from '../../src/domain/money/fraction.js';

/** The base rates of domain.md § 6 and the margins of R21, for tests that read no file. */
const BASE_RATES = `2002-01 2.57 · 2002-07 2.47 · 2003-01 1.97 · 2003-07 1.22 · 2004-01 1.14 ·
2004-07 1.13 · 2005-01 1.21 · 2005-07 1.17 · 2006-01 1.37 · 2006-07 1.95 · 2007-01 2.70 ·
2007-07 3.19 · 2008-01 3.32 · 2008-07 3.19 · 2009-01 1.62 · 2009-07 0.12 · 2011-07 0.37 ·
2012-01 0.12 · 2013-01 -0.13 · 2013-07 -0.38 · 2014-01 -0.63 · 2014-07 -0.73 · 2015-01 -0.83 ·
2016-07 -0.88 · 2023-01 1.62 · 2023-07 3.12 · 2024-01 3.62 · 2024-07 3.37 · 2025-01 2.27 ·
2025-07 1.27 · 2026-01 1.27 · 2026-07 1.52`;

export const TABLES: InterestTables = {
  baseRates: {
    publishedUntil: parsePlainDate('2026-12-31'),
    rows: BASE_RATES.split('·').map((row) => {
      const [month = '', percent = ''] = row.trim().split(' ');
      return { validFrom: parsePlainDate(`${month}-01`), percent: parseDecimal(percent) };
    }),
  },
  margins: [
    {
      basis: 'vwvfg-49a-nrw',
      validFrom: parsePlainDate('2002-01-01'),
      points: parseDecimal('5'),
      clause: '§ 49a Abs. 3 VwVfG NRW',
    },
    { basis: 'vwvfg-49a-nrw', validFrom: parsePlainDate('2023-05-05'), points: parseDecimal('3') },
    { basis: 'hhg-29-5', validFrom: parsePlainDate('2002-01-01'), points: parseDecimal('5') },
    { basis: 'bgb-288-1', validFrom: parsePlainDate('2002-01-01'), points: parseDecimal('5') },
  ],
};
