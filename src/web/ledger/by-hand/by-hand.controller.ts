import { Body, Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../../../domain/errors/domain-error.js';
import { formatGermanDay, type PlainDate } from '../../../domain/calendar/plain-date.js';
import { EnterByHandUseCase } from '../../../ledger/by-hand/enter-by-hand.use-case.js';
import type { JournalEntry, NewPosting } from '../../../ledger/ledger.types.js';
import { FactRefused } from '../../../programmes/programmes.errors.js';
import { queryText, type PageQuery } from '../../as-of/as-of.js';
import { FormTarget, sendAnswer, type PageAnswer } from '../../editing/page-answer.js';
import { readForm, type FieldDefinition } from '../../forms/form.js';
import { postedChange } from '../../forms/posted.js';
import { refusalView, type RefusalView } from '../../forms/refused.js';
import { paths } from '../../paths.js';
import { Page } from '../../shell/page.decorator.js';
import { LedgerPages, type OpenLedger } from '../ledger-pages.js';
import { effectiveField, readLine, reasonField } from '../step-form.view.js';
import { readRows, withFindings, type TypedRow } from './by-hand-rows.js';
import { byHandView } from './by-hand.view.js';

const DOCUMENT_LENGTH_MAX = 100;

const DOCUMENT: FieldDefinition<string | undefined> = {
  ...{ kind: 'text', name: 'beleg', label: 'Beleg', pointer: '/document' },
  hint: 'Zum Beispiel: Kassenbeleg 4711',
  optional: true,
  read: (text) => readLine(text, DOCUMENT_LENGTH_MAX),
};

const FIELDS = {
  effectiveOn: effectiveField(),
  reason: reasonField('Grund', 'Steht als Text im Buch; keine Namen von Personen'),
  document: DOCUMENT,
};

const HEAD = {
  title: 'Von Hand buchen',
  subline: 'Die Ausnahme, für das, was kein Vorgang des Buchs abdeckt',
  area: paths.journal,
  back: { href: paths.journal, label: 'Zum Buch' },
};

/** "Von Hand buchen": typed, looked at, and only then entered. */
@Controller()
export class EntryByHandController {
  constructor(
    private readonly ledger: LedgerPages,
    private readonly entering: EnterByHandUseCase,
  ) {}

  @Page(paths.entryByHand)
  async ask(): Promise<string> {
    const open = await this.ledger.open({});
    return render(open, {}, readRows({}, open.facts, 0), {});
  }

  @FormTarget(paths.entryByHand)
  async step(@Body() body: PageQuery | undefined, @Res() reply: FastifyReply): Promise<void> {
    await sendAnswer(reply, await this.answer({ tag: '', grund: '', beleg: '', ...body }));
  }

  private async answer(given: PageQuery): Promise<PageAnswer> {
    const open = await this.ledger.open({});
    const step = queryText(given, 'schritt');
    const rows = readRows(given, open.facts, step === 'zeile' ? 2 : 0);
    if (step === 'zeile') return { html: render(open, given, rows, {}) };
    const { values } = readForm(FIELDS, given);
    const sound = rows.every(({ errors }) => Object.keys(errors).length === 0);
    if (values === undefined || !sound) return refused(render(open, given, rows, {}));
    const postings = rows.flatMap(({ posting }) => posting ?? []);
    const { effectiveOn, document, reason } = values;
    const entry = { effectiveOn, postings, ...(document !== undefined && { document }) };
    const change = postedChange(given, reason);
    try {
      if (step === 'buchen') {
        return { goTo: paths.entry(await this.entering.execute(change, entry)) };
      }
      await this.entering.rehearse(change, entry);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refused(renderRefused(open, given, rows, error));
    }
    const preview = previewOf(effectiveOn, reason, postings);
    return { html: render(open, given, rows, { preview }) };
  }
}

function refused(html: string): PageAnswer {
  return { html, status: 422 };
}

/** What the book finds wrong stands at its row; the rest on top of the page. */
function renderRefused(
  open: OpenLedger,
  given: PageQuery,
  rows: readonly TypedRow[],
  error: DomainError,
): string {
  if (!(error instanceof FactRefused)) {
    return render(open, given, rows, { refusal: refusalView(error) });
  }
  const found = withFindings(rows, error.findings);
  if (found.others.length === 0) return render(open, given, found.rows, {});
  const refusal = { ...refusalView(error), texts: found.others };
  return render(open, given, found.rows, { refusal });
}

function render(
  open: OpenLedger,
  given: PageQuery,
  rows: readonly TypedRow[],
  shown: { readonly refusal?: RefusalView; readonly preview?: JournalEntry },
): string {
  const adding = queryText(given, 'schritt') === 'zeile';
  const { fields } = readForm(FIELDS, given);
  const told = fields.map((field) => {
    if (field.name === 'tag' && !('tag' in given)) {
      return { ...field, value: formatGermanDay(open.today) };
    }
    return adding ? { ...field, error: '' } : field;
  });
  const typed = { fields: told, rows: adding ? rows.map((row) => ({ ...row, errors: {} })) : rows };
  return open.render('ledger/by-hand', HEAD, byHandView(open, typed, { given, ...shown }));
}

/** The entry as it would stand in the journal. */
function previewOf(
  effectiveOn: PlainDate,
  text: string,
  postings: readonly NewPosting[],
): JournalEntry {
  return {
    ...{ id: 'vorschau', effectiveOn, text, kind: 'adjustment', subject: 'by-hand', byHand: true },
    ...{ actors: {}, commandKey: '', reverses: null, reversedBy: null },
    ...{ sequence: null, recordedAt: null, previousHash: null, hash: null },
    postings: postings.map((posting, index) => ({ ...posting, line: index + 1 })),
  };
}
