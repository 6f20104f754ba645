import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { PeopleNames } from '../book/people-names.js';
import { sentenceFor } from '../messages/messages.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import type { BeginButtonView } from './begin-button.js';
import type { LostForm } from './form-flow.js';
import type { OpenForm } from './open-form.js';

/** A draft that waits for its author. */
export interface DraftEntryView {
  readonly title: string;
  readonly about: string;
  readonly saved: string;
  /** '' if its form or its fact is gone. */
  readonly goOn: string;
  readonly discard: string;
}

/** "Entwürfe": what was begun and not entered. */
export interface DraftListView {
  readonly intro: string;
  /** One was thrown away just now. */
  readonly discarded: boolean;
  readonly drafts: readonly DraftEntryView[];
  /** To begin anew in spite of an open draft. */
  readonly anew: BeginButtonView | undefined;
}

/** What a list of drafts is read with. */
export interface DraftReading {
  readonly today: PlainDate;
  readonly people: PeopleNames;
}

export function draftEntryView(
  form: OpenForm | LostForm,
  { today, people }: DraftReading,
): DraftEntryView {
  const { draft } = form;
  const saved =
    `begonnen ${momentText(draft.createdAt, today)} von ${people.after(draft.createdBy)}, ` +
    `gespeichert ${momentText(draft.savedAt, today)} von ${people.after(draft.savedBy)}`;
  const discard = paths.draftDiscard(draft.id);
  if ('lost' in form) {
    const { detail } = sentenceFor(form.lost.code, form.lost.facts);
    return { title: 'Nicht mehr lesbar', about: detail, saved, goOn: '', discard };
  }
  const { title, steps } = form;
  const step = steps.find(({ key }) => key === draft.step);
  const place = step === undefined ? '' : `, zuletzt bei „${step.title}“`;
  return {
    title: title.title,
    about: title.about,
    saved: saved + place,
    goOn: step === undefined ? paths.draftReview(draft.id) : paths.draftStep(draft.id, step.key),
    discard,
  };
}

/** "Entwurf verwerfen?": asked before what was typed is gone. */
export interface DiscardView {
  readonly action: string;
  readonly question: string;
  readonly goOn: string;
}

export function discardView(form: OpenForm | LostForm, reading: DraftReading): DiscardView {
  const { title, about, goOn, discard } = draftEntryView(form, reading);
  const what = about === '' ? title : `${title}: ${about}`;
  return {
    action: discard,
    question: `„${what.replace(/\.$/, '')}“ wird verworfen. Was darin eingegeben ist, lässt sich nicht zurückholen; das Buch ändert sich nicht.`,
    goOn,
  };
}
