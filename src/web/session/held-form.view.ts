import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { HeldField, HeldFile, HeldForm } from '../../identity/held-forms/held-forms.js';
import { HELD_AGAIN } from '../access/form-tokens.js';
import { momentText } from '../messages/moment-text.js';
import { paths } from '../paths.js';

/** What was to be sent, ready to be sent again. */
interface HeldFormView {
  readonly text: string;
  readonly action: string;
  readonly fields: readonly HeldField[];
  readonly file: (HeldFile & { readonly label: string }) | undefined;
  readonly discard: string;
}

/** @param today says whether the day has to be named */
export function heldFormView(form: HeldForm, today: PlainDate): HeldFormView {
  const { id, title, path, fields, file, heldAt } = form;
  return {
    text:
      `Sie haben auf der Seite „${title}“ etwas abgeschickt, ${momentText(heldAt, today)}. ` +
      'Da war Ihre Sitzung schon zu Ende: Es wurde noch nichts gespeichert.',
    action: path,
    fields: [...fields, [HELD_AGAIN, id]],
    file: file === null ? undefined : { ...file, label: fileLabel(file) },
    discard: paths.heldFormDiscard(id),
  };
}

function fileLabel({ name }: HeldFile): string {
  return name === '' ? 'Datei' : `Datei – vorhin „${name}“`;
}
