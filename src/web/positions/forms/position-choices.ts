import { formatGermanDay } from '../../../domain/calendar/plain-date.js';
import { germanOrder } from '../../../domain/text/german-text.js';
import { spansOfLine } from '../../../contracts/contracts.js';
import { tellsOf } from '../../../positions/positions.js';
import { KREIS } from '../../../programmes/definitions/definition.js';
import { fteText } from '../../book/words.js';
import type { FieldChoice } from '../../editing/form-kind.js';
import type { OpenFormBook } from './form-book.js';

/** All posts that have not ended and that whoever asks tells about, by label. */
export function positionChoices({ facts, names, today }: OpenFormBook): readonly FieldChoice[] {
  return facts.positions
    .filter((post) => tellsOf(facts, post))
    .filter(({ to }) => to === undefined || to >= today)
    .map(({ id, label, title, employer }) => ({
      value: id,
      label: `${label}: ${title}, ${names.shortParty(employer)}`,
    }))
    .toSorted((a, b) => germanOrder(a.label, b.label));
}

/** Lines with VzÄ that a contract has agreed on, by partner and component; those in force first. */
export function lineChoices({ facts, names, today }: OpenFormBook): readonly FieldChoice[] {
  return [...facts.lines.values()]
    .filter(({ line }) => line.fte > 0)
    .map(({ contract, line }) => {
      const last = spansOfLine(contract, line.id).at(-1);
      const share = fteText((last?.line ?? line).fte);
      const until = last === undefined ? 'noch nicht wirksam' : formatGermanDay(last.period.to);
      const days = last === undefined ? until : `bis ${until}`;
      const name = `${names.shortParty(line.partner)}: ${names.component(line.component)}`;
      const isOver = last === undefined || last.period.to < today;
      return { isOver, value: line.id, label: `${name}, ${line.title}, ${share}, ${days}` };
    })
    .toSorted((a, b) => Number(a.isOver) - Number(b.isOver) || germanOrder(a.label, b.label))
    .map(({ value, label }) => ({ value, label }));
}

/** Who may employ: the Kreis and all partners. */
export function employerChoices({ facts, names }: OpenFormBook): readonly FieldChoice[] {
  const partners = [...facts.partners.values()]
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => germanOrder(a.label, b.label));
  return [{ value: KREIS, label: names.party(KREIS) }, ...partners];
}

/** Lines of notices that grant VzÄ, newest year first. */
export function noticeLineChoices({ facts, names }: OpenFormBook): readonly FieldChoice[] {
  return [...facts.noticeLines.values()]
    .filter(({ line }) => line.fte > 0)
    .map(({ line }) => line)
    .toSorted((a, b) => b.year - a.year || germanOrder(a.id, b.id))
    .map(({ id, component, year, fte }) => ({
      value: id,
      label: `${year} ${names.component(component)}, ${fteText(fte)}`,
    }));
}
