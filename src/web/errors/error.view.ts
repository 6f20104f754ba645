import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';
import type { Refusal } from './refusal.js';

/** What a person reads when a page cannot be shown. */
interface ErrorView {
  readonly detail: string;
  readonly errors: readonly string[];
  readonly ways: readonly LinkView[];
}

/** A page that says what is wrong and where to go on. */
export function renderErrorPage(pages: Pages, { title, detail, errors, status }: Refusal): string {
  const view: ErrorView = {
    detail,
    errors: errors.map((error) => error.detail).filter((text) => text !== detail),
    ways: [
      { href: paths.overview, label: 'Zur Übersicht' },
      { href: paths.contracts, label: 'Zu den Verträgen' },
      { href: paths.calculators, label: 'Zu den Rechnern' },
    ],
  };
  return pages.render('error', { title, subline: `Meldung ${status}`, area: '' }, view);
}
