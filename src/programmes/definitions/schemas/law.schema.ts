import { LAW_TABLES, type LawRow, type LawTableDefinition } from '../definition.js';
import { list, record } from '../record.js';
import { choice, day, decimalText, text } from '../scalars.js';

const row = record<LawRow>({
  key: text(),
  validFrom: day(),
  value: decimalText(),
  clause: text(),
});

/** `kind: law`: a dated table of law. */
export const lawSchema = record<LawTableDefinition>({
  kind: choice(['law']),
  table: choice(LAW_TABLES),
  publishedUntil: day().optional(),
  rows: list(row, 1),
});
