import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { PeopleNamesReader } from '../book/people-names.js';
import { paths } from '../paths.js';
import { Pages, type PageHead } from '../shell/pages.js';
import type { ComparisonView } from './comparison.view.js';
import {
  discardView,
  draftEntryView,
  type DraftListView,
  type DraftReading,
} from './draft-list.view.js';
import type { FormStep } from './form-field.js';
import type { Judgement } from './form-judgement.js';
import type { LostForm } from './form-flow.js';
import { panelView } from './form-panel.view.js';
import { livePanels } from './live-panels.js';
import type { FormOutcome } from './form-kind.js';
import type { TypedText } from './moved-entries.js';
import type { OpenForm } from './open-form.js';
import { reviewView } from './review.view.js';
import { savedText, stepView, type StepShowing } from './step.view.js';

/** The pages of forms as HTML. */
@Injectable()
export class FormPages {
  constructor(
    private readonly pages: Pages,
    private readonly people: PeopleNamesReader,
    private readonly clock: Clock,
  ) {}

  async step(
    form: OpenForm,
    step: FormStep,
    showing: Pick<StepShowing, 'withErrors' | 'fromReview'>,
  ): Promise<string> {
    const panels = await livePanels(form, step);
    const view = stepView(form, step, { ...showing, panels, today: this.clock.today() });
    return this.pages.render('drafts/step', headOf(form), view);
  }

  /** @param isNews somebody else saved after the page was shown from which it was to be entered */
  review(form: OpenForm, judgement: Judgement, isNews = false): string {
    const view = reviewView(form, judgement, { today: this.clock.today(), isNews });
    return this.pages.render('drafts/review', headOf(form), view);
  }

  comparison({ draft, title }: OpenForm, view: ComparisonView): string {
    const head = {
      title: 'Inzwischen geändert',
      subline: [title.title, title.about].filter(Boolean).join(' · '),
      area: title.area,
      back: { href: paths.draft(draft.id), label: 'Zurück zum Entwurf' },
    };
    return this.pages.render('drafts/comparison', head, view);
  }

  /** What was typed in an entry that has moved or is gone. */
  moved({ draft, title }: OpenForm, typed: readonly TypedText[]): string {
    const head = {
      title: 'Inzwischen geändert',
      subline: [title.title, title.about].filter(Boolean).join(' · '),
      area: title.area,
    };
    return this.pages.render('drafts/moved', head, { typed, goOn: paths.draft(draft.id) });
  }

  /** What came of an entry, and where one goes on. */
  done({ message, links }: FormOutcome): string {
    const [first, ...others] = links;
    const head = { title: 'Eingetragen', area: '' };
    return this.pages.render('drafts/done', head, { message, first, others });
  }

  async list(
    forms: readonly (OpenForm | LostForm)[],
    { title = 'Entwürfe', ...more }: Partial<DraftListView> & { readonly title?: string } = {},
  ): Promise<string> {
    const reading = await this.reading();
    const view: DraftListView = {
      ...{ intro: '', anew: undefined, discarded: false, ...more },
      drafts: forms.map((form) => draftEntryView(form, reading)),
    };
    const head = {
      title,
      subline: 'Begonnen und noch nicht eingetragen',
      area: paths.drafts,
    };
    return this.pages.render('drafts/list', head, view);
  }

  async discard(form: OpenForm | LostForm): Promise<string> {
    const head = { title: 'Entwurf verwerfen?', area: paths.drafts };
    return this.pages.render('drafts/discard', head, discardView(form, await this.reading()));
  }

  /** The part of a step that changes while somebody types. */
  async panels(form: OpenForm, step: FormStep): Promise<string> {
    const panels = (await livePanels(form, step)).map(panelView);
    return this.pages.part('form-panels', { panels });
  }

  saved(form: OpenForm): string {
    return savedText(form, this.clock.today());
  }

  private async reading(): Promise<DraftReading> {
    return { today: this.clock.today(), people: await this.people.read() };
  }
}

function headOf({ title: { title, about, area, home } }: OpenForm): PageHead {
  return { title, ...(about !== '' && { subline: about }), area, back: home };
}
