import type { DocumentKind } from '../../contracts/contract-documents.queries.js';

export const documentKindNames: Readonly<Record<DocumentKind, string>> = {
  notice: 'Zuwendungsbescheid',
  anbest: 'Nebenbestimmungen (ANBest)',
  concept: 'Konzept',
  'job-description': 'Stellenbeschreibung',
  other: 'Sonstiges',
};

const BYTES_PER_KB = 1024;
const KB_PER_MB = 1024;

/** "2,4 MB", "310 KB"; at least one KB. */
export function sizeText(bytes: number): string {
  const kb = Math.ceil(bytes / BYTES_PER_KB);
  if (kb < KB_PER_MB) return `${kb.toString()}\u00a0KB`;
  const tenths = Math.floor((kb * 10) / KB_PER_MB);
  return `${Math.floor(tenths / 10).toString()},${(tenths % 10).toString()}\u00a0MB`;
}
