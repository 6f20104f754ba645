import type { PaginationView } from '../components/parts.js';

/** A book may have a thousand contracts under one notice: they come in pages. */
const CONTRACTS_PER_PAGE = 20;

/**
 * The contracts of a page, and where it leads on; without pages where all fit on one.
 * @param number counted from 1; beyond the last: the last
 */
export function pageOfContracts<Contract>(
  contracts: readonly Contract[],
  number: number,
  href: (number: number) => string,
): { readonly shown: readonly Contract[]; readonly pagination?: PaginationView } {
  const pages = Math.ceil(contracts.length / CONTRACTS_PER_PAGE);
  if (pages <= 1) return { shown: contracts };
  const page = Math.min(Math.max(1, number), pages);
  const first = (page - 1) * CONTRACTS_PER_PAGE;
  const shown = contracts.slice(first, first + CONTRACTS_PER_PAGE);
  const last = first + shown.length;
  const text = `Verträge ${(first + 1).toString()} bis ${last.toString()} von ${contracts.length.toString()}`;
  const pagination = {
    text,
    first: page > 2 ? href(1) : '',
    previous: page > 1 ? href(page - 1) : '',
    next: page < pages ? href(page + 1) : '',
    last: page < pages - 1 ? href(pages) : '',
  };
  return { shown, pagination };
}
