import { readFileSync } from 'node:fs';
import { CSV_COLUMNS } from './csv-columns.js';

describe('the columns of the CSV file', () => {
  it('stand in docs/journal-files.md', () => {
    const text = readFileSync('docs/journal-files.md', 'utf8');
    const rows = CSV_COLUMNS.map(
      ({ head, field, read }) => `| ${head} | ${field} | ${read ? 'yes' : 'no'} |`,
    );
    const table = text.slice(text.indexOf('## Columns')).replaceAll(/ +\|/g, ' |');
    expect(table.split('\n').filter((line) => rows.includes(line))).toEqual(rows);
  });
});
