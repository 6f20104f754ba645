import type { NoticeDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import type { LinkView } from '../components/link.js';
import { beginButton, type BeginButtonView } from '../editing/begin-button.js';
import { paths } from '../paths.js';

/** What one can do with a notice from its page. */
export interface NoticeActionsView {
  readonly buttons: readonly BeginButtonView[];
  readonly links: readonly LinkView[];
}

/** The form of notices: see `src/web/notices/forms`. */
const FORM = 'bescheid';

/** None where the page shows what was known on an earlier day: the past is only looked at. */
export function noticeActions(
  { asOf, link }: BookPage,
  { id, amends, follows }: NoticeDefinition,
): NoticeActionsView {
  const flowDown = { href: link(paths.flowDown(id)), label: 'An Verträge weitergeben' };
  const takeOver = { href: link(paths.followOn(id)), label: 'Verträge und Stellen übernehmen' };
  const passOn = [
    ...(amends === undefined ? [] : [flowDown]),
    ...(follows === undefined ? [] : [takeOver]),
  ];
  if (asOf.knownOn !== undefined) return { buttons: [], links: passOn };
  return {
    buttons: [
      beginButton('Änderungsbescheid eintragen', FORM, { options: { amends: id } }),
      beginButton('Anschlussbescheid eintragen', FORM, { options: { follows: id } }),
      beginButton('Berichtigen', FORM, { subject: id }),
    ],
    links: [...passOn, { href: paths.noticeWithdrawal(id), label: 'Zurücknehmen' }],
  };
}

/** "Bescheid eintragen": absent where the page shows an earlier day. */
export function newNoticeButtons({ asOf }: BookPage): readonly BeginButtonView[] {
  if (asOf.knownOn !== undefined) return [];
  return [beginButton('Bescheid eintragen', FORM, { primary: true })];
}
