import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import { fteToApi } from '../../domain/proration/fte.js';
import { tellsOf, type Vacancy } from '../../positions/positions.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import type { LinkView } from '../components/link.js';
import { BLANK, type CellView } from '../components/table.js';
import { beginButton, type BeginButtonView } from '../editing/begin-button.js';
import { paths } from '../paths.js';
import { MOVE_FORM, OCCUPANCY_FORM, POSITION_FORM } from './forms/form-names.js';

/** Where posts and who fills them change: in the present, and by those who tell of the post. */
function mayTell(
  page: Pick<BookPage, 'asOf' | 'facts'>,
  position: Pick<PositionDefinition, 'employer' | 'allocationLine'>,
): boolean {
  return isPresent(page) && tellsOf(page.facts, position);
}

/** Whether a page shows the present: the past is only looked at. */
function isPresent({ asOf }: Pick<BookPage, 'asOf'>): boolean {
  return asOf.knownOn === undefined;
}

/** What one can do with a post from its page. */
export function positionButtons(
  page: Pick<BookPage, 'asOf' | 'facts'>,
  position: PositionDefinition,
): readonly BeginButtonView[] {
  if (!mayTell(page, position)) return [];
  const { id } = position;
  return [
    beginButton('Besetzung eintragen', OCCUPANCY_FORM, {
      options: { position: id },
      primary: true,
    }),
    beginButton('Berichtigen', POSITION_FORM, { subject: id }),
    beginButton('Verlagern', MOVE_FORM, { subject: id }),
  ];
}

/** Taking back is for what nobody ever filled; whoever filled it stays to be seen. */
export function positionLinks(
  page: Pick<BookPage, 'asOf'>,
  { id, occupancies }: PositionDefinition,
): readonly LinkView[] {
  if (!isPresent(page) || occupancies.length > 0) return [];
  return [{ href: paths.positionWithdrawal(id), label: 'Stelle zurücknehmen' }];
}

/** "Stelle eintragen": absent where the page shows an earlier day. */
export function newPositionButtons(page: Pick<BookPage, 'asOf'>): readonly BeginButtonView[] {
  return isPresent(page) ? [beginButton('Stelle eintragen', POSITION_FORM, { primary: true })] : [];
}

/** Whether there is a post that whoever looks tells of: a partner for measures only has none. */
export function hasOwnPosts({ facts }: Pick<BookPage, 'facts'>): boolean {
  return facts.partner === undefined || facts.positions.some((post) => tellsOf(facts, post));
}

/** "Besetzung eintragen", with the choice of a post. */
export function newOccupancyButtons(
  page: Pick<BookPage, 'asOf' | 'facts'>,
): readonly BeginButtonView[] {
  if (!isPresent(page) || !hasOwnPosts(page)) return [];
  return [beginButton('Besetzung eintragen', OCCUPANCY_FORM, { primary: true })];
}

/** At an occupancy: correct it, or take it back. */
export function occupancyActions(
  page: Pick<BookPage, 'asOf' | 'facts'>,
  position: PositionDefinition,
  { id, personKey }: OccupancyDefinition,
): CellView {
  if (!mayTell(page, position)) return BLANK;
  return {
    text: 'Zurücknehmen',
    href: paths.occupancyWithdrawal(id),
    isWay: true,
    begin: beginButton('Berichtigen', OCCUPANCY_FORM, { subject: id, about: personKey }),
  };
}

/** At a gap: fill it, with its days and share typed already; up to today has no end yet. */
export function vacancyAction(
  page: Pick<BookPage, 'asOf' | 'facts'>,
  position: PositionDefinition,
  { period, missing }: Vacancy,
): CellView {
  if (!mayTell(page, position) || !isPlainDate(period.from)) return BLANK;
  const isOpen = period.to === page.asOf.on && position.to !== period.to;
  const options = {
    ...{ position: position.id, from: period.from, share: fteToApi(missing) },
    ...(!isOpen && { to: period.to }),
  };
  const about = `ab ${formatGermanDay(period.from)}`;
  return { text: '', begin: beginButton('Besetzen', OCCUPANCY_FORM, { options, about }) };
}
