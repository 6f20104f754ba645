import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { recorderText } from '../book/words.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import type { BeginButtonView } from './begin-button.js';
import type { OpenForm } from './open-form.js';

/** A draft that waits for its author. */
export interface DraftEntryView {
  readonly title: string;
  readonly about: string;
  readonly saved: string;
  readonly goOn: string;
  readonly discard: string;
}

/** "Entwürfe": what was begun and not entered. */
export interface DraftListView {
  readonly intro: string;
  readonly drafts: readonly DraftEntryView[];
  /** To begin anew in spite of an open draft. */
  readonly anew: BeginButtonView | undefined;
}

export function draftEntryView(
  { draft, title, steps }: OpenForm,
  today: PlainDate,
): DraftEntryView {
  const step = steps.find(({ key }) => key === draft.step);
  const place = step === undefined ? '' : `, zuletzt bei „${step.title}“`;
  return {
    title: title.title,
    about: title.about,
    saved:
      `begonnen ${momentText(draft.createdAt, today)}, gespeichert ${momentText(draft.savedAt, today)} ` +
      `von ${recorderText(draft.savedBy)}${place}`,
    goOn: step === undefined ? paths.draftReview(draft.id) : paths.draftStep(draft.id, step.key),
    discard: paths.draftDiscard(draft.id),
  };
}
