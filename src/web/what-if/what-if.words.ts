import type { BookPage } from '../book/book-page.js';

/** "Lünen: Fallmanagement (KIM II, 35-KIM-2022-01)" */
export function lineName({ facts, names }: BookPage, id: string): string {
  const agreed = facts.lines.get(id);
  if (agreed === undefined) return id;
  const { line, contract } = agreed;
  const inside = `${names.component(line.component)}, ${contract.fileReference}`;
  return `${names.shortParty(line.partner)}: ${line.title} (${inside})`;
}
