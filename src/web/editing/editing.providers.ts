import type { Provider } from '@nestjs/common';
import { FormBook } from '../positions/forms/form-book.js';
import { ALL_FORMS } from './all-forms.js';
import { FormFlow } from './form-flow.js';
import { FormJudgement } from './form-judgement.js';
import type { FormKind } from './form-kind.js';
import { FormKinds } from './form-kinds.js';
import { FormPages } from './form-pages.js';
import { FormRights } from './form-rights.js';

/** The forms and their engine, for the module of the pages. */
export const editingProviders: readonly Provider[] = [
  ...ALL_FORMS,
  {
    provide: FormKinds,
    inject: [...ALL_FORMS],
    useFactory: (...kinds: readonly FormKind[]) => new FormKinds(kinds),
  },
  FormBook,
  FormRights,
  FormFlow,
  FormJudgement,
  FormPages,
];
