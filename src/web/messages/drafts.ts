import type { Sentence } from './sentence.js';

/** Refusals of drafts and of the forms that they belong to. */
export const draftsMessages: Readonly<Record<string, Sentence>> = {
  'drafts.unknown': {
    title: 'Diesen Entwurf gibt es nicht',
    detail: () =>
      'Der Entwurf wurde verworfen, oder es hat ihn nie gegeben. ' +
      'Unter „Entwürfe“ stehen alle, die noch offen sind.',
  },
  'drafts.stale': {
    title: 'Der Entwurf wurde an anderer Stelle geändert',
    detail: ({ expected, current }) =>
      `Sie haben Stand ${String(expected)} des Entwurfs bearbeitet, gespeichert ist Stand ` +
      `${String(current)}. Es wurde nichts überschrieben; vergleichen Sie beide.`,
  },
  'editing.unknown-form': {
    title: 'Dieses Formular gibt es nicht',
    detail: ({ form }) => `Ein Formular „${String(form)}“ kennt das Buch nicht.`,
  },
};
