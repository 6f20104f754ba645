import type { ContractWhatIf, WhatIf } from '../../amendments/amendments.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatFte } from '../../domain/proration/fte.js';
import type { BookPage } from '../book/book-page.js';
import { countText } from '../book/words.js';
import { cell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';

/** Which contracts the moves amend, and in what. */
export function contractTable(page: BookPage, { contracts }: WhatIf): TableView {
  return {
    id: 'vertraege',
    caption: 'Verträge, die geändert werden',
    columns: [{ label: 'Vertrag' }, { label: 'Ab' }, { label: 'Was sich ändert' }],
    rows: contracts.map((contract) =>
      row([
        cell(contract.title, {
          href: page.link(paths.contract(contract.contract)),
          sub: contract.fileReference,
          ...(contract.draftPending && { badge: { tone: 'danger', text: 'Entwurf offen' } }),
        }),
        cell(formatGermanDay(contract.inForceFrom)),
        cell(changesText(page, contract)),
      ]),
    ),
    footer: [],
  };
}

function changesText({ names }: BookPage, { lines }: ContractWhatIf): string {
  const texts = lines.flatMap(({ partner, title, fte }) =>
    fte === undefined
      ? []
      : [
          `${names.shortParty(partner)}, ${title}: ${formatFte(fte.after)} statt ${formatFte(fte.before)} VzÄ`,
        ],
  );
  return texts.length === 0 ? countText(lines.length, 'Zeile', 'Zeilen') : texts.join('; ');
}
