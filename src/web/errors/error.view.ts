import { acting } from '../../identity/identity.js';
import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';
import { startLink } from '../shell/area-names.js';
import type { Pages } from '../shell/pages.js';
import type { Refusal } from './refusal.js';

/** What a person reads when a page cannot be shown. */
interface ErrorView {
  readonly detail: string;
  readonly errors: readonly string[];
  readonly ways: readonly LinkView[];
}

const WAYS_IN: readonly LinkView[] = [
  { href: paths.signIn(), label: 'Zur Anmeldung' },
  { href: paths.forgotten, label: 'Passwort vergessen?' },
];

/** A page that says what is wrong and where to go on. */
export function renderErrorPage(
  pages: Pages,
  { title, detail, errors, status }: Refusal,
  url: string,
): string {
  const present = status === 404 ? presentOf(url) : undefined;
  const view: ErrorView = {
    detail,
    errors: errors.map((error) => error.detail).filter((text) => text !== detail),
    ways: [
      ...(present === undefined ? [] : [present]),
      ...(acting().roles.length === 0 ? WAYS_IN : waysOn()),
      { href: paths.calculators, label: 'Zu den Rechnern' },
    ],
  };
  return pages.render('error', { title, subline: `Meldung ${status}`, area: '' }, view);
}

function waysOn(): readonly LinkView[] {
  return [startLink(), { href: paths.contracts, label: 'Zu den Verträgen' }];
}

/** What is not there yet on an earlier day may be there today: the same page as it is known now. */
function presentOf(url: string): LinkView | undefined {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  // Only an address of our own: "//elsewhere" would lead away.
  if (!parameters.has('bekannt') || !/^\/[^/\\]/.test(path)) return undefined;
  parameters.delete('bekannt');
  const rest = parameters.toString();
  return {
    href: rest === '' ? path : `${path}?${rest}`,
    label: 'Diese Seite zeigen, wie sie heute bekannt ist',
  };
}
