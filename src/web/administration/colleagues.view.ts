import type { Account } from '../../identity/people/account.queries.js';
import { cell, row, type CellView, type TableView } from '../components/table.js';
import { momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import type { AccountStep } from './account-steps.js';
import { standingBadge } from './account.words.js';

/** What can be done with a colleague: ways to pages of their own. */
interface ColleagueWays {
  readonly name: string;
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

/** "Kolleginnen und Kollegen": who of the own organisation can sign in. */
export interface ColleaguesView {
  readonly note: string;
  readonly table: TableView;
  /** Empty for those who do not lead. */
  readonly changes: readonly ColleagueWays[];
}

/** @param own the id of the person who asks: nobody changes their own account */
export function colleaguesView(
  accounts: readonly Account[],
  own: string,
  steps: Readonly<Record<string, AccountStep>>,
): ColleaguesView {
  const shown = accounts.filter(({ standing }) => standing !== 'erased');
  const leads = shown.filter(({ isLead, isClosed }) => isLead && !isClosed);
  const names = leads.map(({ name }) => name).join(', ');
  return {
    note:
      leads.length === 0
        ? 'Ihre Organisation hat noch keine Leitung. Bitte wenden Sie sich an die Verwaltung des Kreises.'
        : `Einladen und entfernen kann, wer die Leitung hat: ${names}.`,
    table: {
      ...{ id: 'kolleginnen', caption: 'Kolleginnen und Kollegen', footer: [], phone: 'pairs' },
      columns: ['Name', 'Aufgabe', 'Stand', 'Zuletzt da'].map((label) => ({ label })),
      rows: shown.map((account) =>
        row([
          nameCell(account, own),
          cell(account.isLead ? 'Leitung' : 'Mitarbeit'),
          cell('', { badge: standingBadge(account.standing) }),
          cell(account.seenAt === undefined ? 'noch nie' : momentText(account.seenAt)),
        ]),
      ),
    },
    changes: shown
      .filter(({ id, isClosed }) => id !== own && !isClosed)
      .map((account) => waysOf(account, steps))
      .filter(({ ways }) => ways.length > 0),
  };
}

function nameCell({ id, name, mail }: Account, own: string): CellView {
  const text = id === own ? `${name} (Sie)` : name;
  return cell(text, mail === undefined ? {} : { sub: mail });
}

function waysOf(account: Account, steps: Readonly<Record<string, AccountStep>>): ColleagueWays {
  const ways = Object.entries(steps)
    .filter(([, step]) => step.isOpen(account))
    .map(([name, { title }]) => ({ href: paths.colleagueStep(account.id, name), label: title }));
  return { name: account.name, ways };
}
