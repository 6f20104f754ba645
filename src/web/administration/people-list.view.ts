import type { Account, AccountStanding } from '../../identity/people/account.queries.js';
import type { Organisation } from '../../identity/organisations.js';
import { isRole, ROLES } from '../../identity/identity.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { fieldView, type FieldView } from '../components/field.js';
import { cell, row, type RowView } from '../components/table.js';
import { SEARCH_LENGTH_MAX } from '../lists/list-state.js';
import { LIST_PLACE, ROWS_PER_PAGE, type ListView } from '../lists/list.view.js';
import { countOf, momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { rolesText, standingBadge, STANDING_NAMES } from './account.words.js';

/** What the address of the list asks for. */
interface Asked {
  readonly search: string;
  readonly role: string;
  /** An organisation's id, or "kreis". */
  readonly side: string;
  readonly standing: string;
  readonly page: number;
}

const OFFICE = 'kreis';
const PAGE_TEXT = /^[1-9]\d{0,4}$/;
const NOUN = ['Konto', 'Konten'] as const;

/** "Personen und Konten": searched, narrowed by role, organisation and standing. */
export function peopleListView(
  accounts: readonly Account[],
  organisations: readonly Organisation[],
  officeName: string,
  query: PageQuery,
): ListView {
  const sides = new Map([[OFFICE, officeName], ...organisations.map(pairOf)]);
  const asked = askedOf(query);
  const found = accounts.filter((account) => isAsked(account, asked, sides));
  const pages = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE);
  const isNarrowed = found.length !== accounts.length;
  const status = countOf(found.length, NOUN);
  return {
    place: LIST_PLACE,
    action: `${paths.administration}#${LIST_PLACE}`,
    keep: [],
    search: searchField(asked),
    filters: filterFields(asked, sides),
    ...{ sort: [], ownSort: '', files: [] },
    reset: isNarrowed ? paths.administration : '',
    status: isNarrowed ? `${status}, ${accounts.length} insgesamt` : status,
    table: {
      ...{ id: 'konten', caption: 'Personen und Konten', footer: [], phone: 'pairs' },
      columns: ['Name', 'Rolle', 'Organisation', 'Stand', 'Zuletzt da'].map((label) => ({ label })),
      rows: shown.map((account) => rowOf(account, sides)),
    },
    pagination: pagination(asked, page, pages),
    empty: found.length === 0 ? 'Zu dieser Auswahl gibt es kein Konto.' : '',
  };
}

function pairOf({ id, name }: Organisation): readonly [string, string] {
  return [id, name];
}

function askedOf(query: PageQuery): Asked {
  const page = queryText(query, 'seite');
  return {
    search: queryText(query, 'suche').slice(0, SEARCH_LENGTH_MAX),
    role: queryText(query, 'rolle'),
    side: queryText(query, 'organisation'),
    standing: queryText(query, 'konto'),
    page: PAGE_TEXT.test(page) ? Number(page) : 1,
  };
}

function isAsked(
  account: Account,
  { search, role, side, standing }: Asked,
  sides: ReadonlyMap<string, string>,
): boolean {
  const own = account.partnerId ?? OFFICE;
  const texts = [account.name, account.mail ?? '', rolesText(account), sides.get(own) ?? own];
  const text = texts.join(' ').toLocaleLowerCase('de');
  const words = search.toLocaleLowerCase('de').split(/\s+/);
  return (
    words.every((word) => text.includes(word)) &&
    (!isRole(role) || account.roles.includes(role)) &&
    (!sides.has(side) || own === side) &&
    (!isStanding(standing) || account.standing === standing)
  );
}

function isStanding(word: string): word is AccountStanding {
  return Object.hasOwn(STANDING_NAMES, word);
}

function rowOf(account: Account, sides: ReadonlyMap<string, string>): RowView {
  const { id, name, mail, standing, seenAt, partnerId = OFFICE } = account;
  const sub = standingNote(account);
  return row([
    cell(name, { href: paths.person(id), ...(mail !== undefined && { sub: mail }) }),
    cell(rolesText(account)),
    cell(sides.get(partnerId) ?? partnerId),
    cell('', { badge: standingBadge(standing), ...(sub !== '' && { sub }) }),
    cell(seenAt === undefined ? 'noch nie' : momentText(seenAt)),
  ]);
}

/** What stands in the way of somebody who wants to sign in; '' if nothing. */
function standingNote({ standing, linkUntil, lock }: Account): string {
  if (lock !== undefined) return `gesperrt seit ${momentText(lock.since)}`;
  return standing === 'invited' && linkUntil === undefined ? 'Link abgelaufen' : '';
}

function searchField({ search }: Asked): FieldView {
  return fieldView({
    ...{ kind: 'text', id: 'liste-suche', name: 'suche', label: 'Suchen', value: search },
    hint: 'Name, Mailadresse, Rolle oder Organisation',
  });
}

function filterFields(
  { role, side, standing }: Asked,
  sides: ReadonlyMap<string, string>,
): readonly FieldView[] {
  const roles = ROLES.map((each) => [each, ROLE_NAMES[each]] as const);
  return [
    choice(['rolle', 'Rolle', 'Alle Rollen'], role, roles),
    choice(['organisation', 'Organisation', 'Alle Organisationen'], side, [...sides]),
    choice(['konto', 'Stand', 'Alle'], standing, Object.entries(STANDING_NAMES)),
  ];
}

function choice(
  [name, label, all]: readonly [string, string, string],
  chosen: string,
  choices: readonly (readonly [string, string])[],
): FieldView {
  const options = [['', all] as const, ...choices].map(([value, text]) => ({
    ...{ value, label: text, selected: value === chosen },
  }));
  return fieldView({ kind: 'select', id: `liste-${name}`, name, label, options });
}

function pagination(asked: Asked, page: number, pages: number): ListView['pagination'] {
  const { search, role, side, standing } = asked;
  const at = (to: number): string => {
    const pairs = Object.entries({
      suche: search,
      rolle: role,
      organisation: side,
      konto: standing,
    })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => ({ name, value }));
    const all = [...pairs, { name: 'seite', value: to.toString() }];
    return `${withQuery(paths.administration, all)}#${LIST_PLACE}`;
  };
  return {
    text: `Seite ${page} von ${pages}`,
    first: page > 2 ? at(1) : '',
    previous: page > 1 ? at(page - 1) : '',
    next: page < pages ? at(page + 1) : '',
    last: page < pages - 1 ? at(pages) : '',
  };
}
