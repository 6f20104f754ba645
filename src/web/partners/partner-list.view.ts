import { partiesOf } from '../../contracts/contracts.js';
import type { BookPage } from '../book/book-page.js';
import { groupBy } from '../../platform/database/recorded.js';
import { emptyText } from '../book/words.js';
import { cell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { positionsOfYear } from '../positions/position-year.js';
import { earnedByPartner } from './partner-year.view.js';
import { sectorNames } from './partner.words.js';

/** "Partner": who may receive forwarded money. */
export interface PartnerListView {
  readonly table: TableView;
  /** '' if there are partners. */
  readonly empty: string;
}

export function partnerListView(page: BookPage): PartnerListView {
  const partners = [...page.facts.partners.values()].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'de'),
  );
  const contractsOf = (id: string): number =>
    page.facts.contracts.filter((contract) => partiesOf(contract).includes(id)).length;
  const posts = groupBy(positionsOfYear(page), ({ position }) => position.employer);
  const postsOf = (id: string): string => posts.get(id)?.length.toString() ?? '';
  const earnedBy = earnedByPartner(page);
  return {
    table: {
      id: 'partner',
      caption: 'Partner',
      columns: [
        { label: 'Name' },
        { label: 'Art' },
        { label: 'Ort' },
        { label: 'Verträge', numeric: true },
        { label: 'Stellen', numeric: true },
        { label: `Anspruch ${page.asOf.year}`, numeric: true },
      ],
      rows: partners.map((partner) =>
        row([
          cell(partner.name, {
            href: page.link(paths.partner(partner.id)),
            ...(partner.otherNames.length > 0 && { sub: `auch: ${partner.otherNames.join(', ')}` }),
            ...(partner.example !== undefined && { example: partner.example }),
          }),
          cell(sectorNames[partner.sector]),
          cell(partner.address.city),
          cell(contractsOf(partner.id).toString()),
          cell(postsOf(partner.id)),
          earnedBy(partner.id),
        ]),
      ),
      footer: [],
      filter: true,
    },
    empty: partners.length === 0 ? emptyText(page.asOf, 'kein Partner') : '',
  };
}
