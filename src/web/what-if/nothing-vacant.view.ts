import type { VacantSpell } from '../../amendments/what-if.queries.js';
import { formatGermanDay, yearOf } from '../../domain/calendar/plain-date.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import type { BookPage } from '../book/book-page.js';
import { fteText, spellText } from '../book/words.js';
import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';
import type { Question } from './what-if-question.js';

/** The day that is asked about has nothing vacant: which days of its year have. */
export interface NothingVacantView {
  readonly text: string;
  readonly days: readonly LinkView[];
}

const SPELLS_SHOWN = 12;

export function nothingVacant(
  page: BookPage,
  { day }: Pick<Question, 'day'>,
  spells: readonly VacantSpell[],
): NothingVacantView {
  const year = yearOf(day).toString();
  const none = `Am ${formatGermanDay(day)} sind alle weitergeleiteten Stellen besetzt`;
  if (spells.length === 0) {
    return {
      text: `${none}, auch an jedem anderen Tag des Jahres ${year}. Verschieben lässt sich erst etwas, wenn eine Besetzung endet.`,
      days: [],
    };
  }
  const more = spells.length - SPELLS_SHOWN;
  const rest = more > 0 ? ` Gezeigt sind die ersten ${SPELLS_SHOWN.toString()}.` : '';
  return {
    text: `${none}. Unbesetzt ist ${year} an diesen Tagen etwas; wählen Sie einen davon oder einen anderen Tag.${rest}`,
    days: spells.slice(0, SPELLS_SHOWN).map((spell) => spellLink(page, spell)),
  };
}

/** "Kamen, Stelle KAM-KIM2-1: 01.02.2025 – 30.04.2025, 1,0 VzÄ" */
function spellLink(page: BookPage, { line, posts, period, vacantFte }: VacantSpell): LinkView {
  const agreed = page.facts.lines.get(line)?.line;
  const partner = agreed === undefined ? line : page.names.shortParty(agreed.partner);
  const labels = page.facts.positions
    .filter(({ id }) => posts.includes(id))
    .map(({ label }) => label);
  const place =
    labels.length === 0
      ? `${partner}, ${agreed?.title ?? ''}, ohne Stelle`
      : `${partner}, ${labels.length === 1 ? 'Stelle' : 'Stellen'} ${labels.join(', ')}`;
  const asked = withQuery(paths.whatIf, [{ name: 'ab', value: formatGermanDay(period.from) }]);
  return {
    href: page.link(asked),
    label: `${place}: ${spellText(period.from, period.to)}, ${fteText(vacantFte)}`,
  };
}
