import { Injectable } from '@nestjs/common';
import { Drafts, type Draft } from '../../drafts/drafts.js';
import { DomainError } from '../../domain/errors/domain-error.js';
import { actor } from '../../identity/identity.js';
import { addedEntry, withoutEntry } from './form-entries.js';
import type { FormStep } from './form-field.js';
import { FormKinds } from './form-kinds.js';
import type { FormBeginning, FormKind, FormOutcome, Texts } from './form-kind.js';
import { FormRights } from './form-rights.js';
import { stepFields, textsOf } from './form-input.js';
import { withMoved } from './moved-entries.js';
import { openForm, stepsOf, type OpenForm } from './open-form.js';
import type { PostedStep } from './posted-step.js';
import { REASON } from './reason.js';

const NEW_REASON = 'Neu eingetragen';

/** The present state of what a draft is about, as texts of its form. */
export interface PresentState {
  readonly texts: Texts;
  readonly beginning: FormBeginning;
}

/** A draft that no form can show any more. */
export interface LostForm {
  readonly draft: Draft;
  readonly lost: DomainError;
}

/** What happens to drafts: begun, opened, saved step by step, counted anew from a changed fact. */
@Injectable()
export class FormFlow {
  constructor(
    private readonly drafts: Drafts,
    private readonly kinds: FormKinds,
    private readonly rights: FormRights,
  ) {}

  /** @returns the id of a new draft. @throws UnknownForm, RightLacking, and what the kind refuses */
  async begin(name: string, subject: string | null, options: Texts): Promise<string> {
    const kind = this.kinds.named(name);
    await this.rights.ensureMay(name);
    const { texts, beginning } = await this.present(kind, subject, options);
    const [first] = await kind.steps({ subject, texts });
    const reason = beginning.reason ?? (subject === null ? NEW_REASON : '');
    return this.drafts.begin(actor(), {
      ...{ kind: name, subject, step: first?.key ?? '' },
      baseRevision: beginning.revision ?? null,
      texts: { ...texts, [REASON]: reason },
    });
  }

  /** @throws UnknownForm, RightLacking if the form is no longer for whoever asks */
  async open(draft: Draft): Promise<OpenForm> {
    const kind = this.kinds.named(draft.kind);
    await this.rights.ensureMay(draft.kind);
    return openForm(kind, draft);
  }

  /** As `open`; a draft whose form or fact is gone can still be listed and discarded. */
  async openOrLost(draft: Draft): Promise<OpenForm | LostForm> {
    try {
      return await this.open(draft);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { draft, lost: error };
    }
  }

  /**
   * Keeps what was typed in a step, mistakes and all; adds or removes an entry where a button says so.
   * @returns the form as it is now, and the entry that was added
   * @throws DraftStale
   */
  async save(
    { draft, kind }: OpenForm,
    step: FormStep,
    { texts, seen, action }: PostedStep,
  ): Promise<{ readonly form: OpenForm; readonly added?: string }> {
    const saving = { id: draft.id, seen, step: step.key, texts };
    const addition = step.additions?.find(({ list }) => action === `add:${list}`);
    if (addition !== undefined) {
      // An entry that is shown counts, even if nobody has typed anything there yet.
      const shown = Object.fromEntries(stepFields(step).map(({ path }) => [path, '']));
      const merged = { ...shown, ...draft.texts, ...texts };
      const added = await addedEntry(merged, addition, stepsOf(kind, draft.subject));
      const reshape = (typed: Texts): Texts => ({ ...typed, ...added.texts });
      const saved = await this.drafts.save(actor(), { ...saving, reshape });
      return { form: await openForm(kind, saved), added: added.path };
    }
    const removed = removableOf(step).find((entry) => action === `remove:${entry}`);
    const reshape = (typed: Texts): Texts =>
      removed === undefined ? typed : withMoved(withoutEntry(typed, removed), removed);
    const saved = await this.drafts.save(actor(), { ...saving, reshape });
    return { form: await openForm(kind, saved) };
  }

  /** The fact as it is now, to set beside what was typed. */
  async presentOf({ draft, kind }: OpenForm): Promise<PresentState> {
    const options = Object.entries(draft.texts).filter(([path]) => path.startsWith('$'));
    const named = options.map(([path, text]) => [path.slice(1), text] as const);
    return this.present(kind, draft.subject, Object.fromEntries(named));
  }

  /** From now on the draft counts from the present state; its texts were chosen one by one. */
  async renew(
    { draft }: OpenForm,
    seen: number,
    present: PresentState,
    texts: Texts,
  ): Promise<void> {
    await this.drafts.save(actor(), {
      ...{ id: draft.id, seen, step: draft.step, texts: {} },
      reshape: () => texts,
      base: { revision: present.beginning.revision ?? null, texts: present.texts },
    });
  }

  async finish({ draft }: OpenForm, outcome: FormOutcome): Promise<void> {
    await this.drafts.finish(draft.id, { ...outcome });
  }

  private async present(
    kind: FormKind,
    subject: string | null,
    options: Texts,
  ): Promise<PresentState> {
    const beginning = await kind.begin(subject, options);
    const own = Object.entries(options).map(([name, text]) => [`$${name}`, text] as const);
    const input = { ...Object.fromEntries(own), ...beginning.input };
    return { texts: await textsOf(input, stepsOf(kind, subject)), beginning };
  }
}

function removableOf({ entry, removal, groups = [] }: FormStep): readonly string[] {
  return [{ entry, removal }, ...groups].flatMap((part) =>
    part.entry !== undefined && part.removal !== undefined ? [part.entry] : [],
  );
}
