import type { FormPanel } from './form-kind.js';

/** A panel with its lists, as the template wants it. */
export type PanelView = Required<Omit<FormPanel, 'chart'>> & Pick<FormPanel, 'chart'>;

export function panelView(panel: FormPanel): PanelView {
  return { notes: [], flags: [], facts: [], tables: [], details: [], ...panel };
}
