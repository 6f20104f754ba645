import { element, type Hue } from '../charts/svg.js';
import type { LegendEntryView } from '../components/parts.js';

/** What each colour stands for. @param withRest whether something is neutral */
export function colourLegend(
  coloured: readonly { readonly name: string; readonly hue: Hue }[],
  withRest: boolean,
): readonly LegendEntryView[] {
  const mark = (hue: Hue): string =>
    element('rect', { class: `wb-c${hue}`, x: 1, y: 2, width: 20, height: 14 });
  const entries = coloured.map(({ name, hue }) => ({ label: name, mark: mark(hue) }));
  return withRest ? [...entries, { label: 'mehrere oder andere', mark: mark(0) }] : entries;
}
