import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ContractsQueries } from '../../contracts/contracts.queries.js';
import { FileDocumentUseCase } from '../../contracts/file-document.use-case.js';
import { FileKindRefused, FileTooLarge } from '../../documents/documents.errors.js';
import { readUpload, type Upload, type UploadRequest } from '../../documents/documents.js';
import { DomainError } from '../../domain/errors/domain-error.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import type { ContractDefinition } from '../../programmes/definitions/definition.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm, type FormValues } from '../forms/form.js';
import { sentenceFor } from '../messages/messages.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { contractStepView } from './contract-step.page.js';
import { refusalView, type RefusalView } from '../forms/refused.js';
import { postedChange } from '../forms/posted.js';
import { fileField, filingFields } from './document.forms.js';

type Asked = FormValues<ReturnType<typeof filingFields>>;
/** What was said; the fields that may stay empty may be missing. */
type Values = Pick<Asked, 'kind' | 'title'> & Partial<Asked>;

interface Filing {
  readonly open: OpenBook;
  readonly contract: ContractDefinition;
  readonly fields: ReturnType<typeof filingFields>;
}

/** "Unterlage ablegen": a part of a contract with its file, or noted without one (§ 7 Abs. 1). */
@Controller()
export class DocumentFilingController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly filing: FileDocumentUseCase,
  ) {}

  /** What a version names comes filled in; nothing of it counts as sent. */
  @Page(routes.documentFiling)
  async page(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const filing = await this.open(id);
    const { fields } = readForm(filing.fields, query);
    return render(filing, { fields: fields.map((field) => ({ ...field, error: '' })), body: {} });
  }

  @FormTarget(routes.documentFiling)
  async file(
    @Param('id') id: string,
    @Req() request: UploadRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filing = await this.open(id);
    const upload = await readUpload(request);
    const body = { art: '', ...texts(upload) };
    const { fields, values } = readForm(filing.fields, body);
    const refused = upload.refused ?? (values && (await this.enter(filing, values, upload, body)));
    if (values !== undefined && refused === undefined) {
      return sendAnswer(reply, { goTo: paths.documents(id) });
    }
    const html = render(filing, { fields, body, ...(refused && { refused }) });
    return sendAnswer(reply, { html, status: 422 });
  }

  /** @returns what the book refused, if anything */
  private async enter(
    { contract }: Filing,
    values: Values,
    { file }: Upload,
    body: PageQuery,
  ): Promise<DomainError | undefined> {
    const { kind, title, reference, datedOn, handedOverOn, handedOverTo } = values;
    try {
      if (handedOverOn && !handedOverTo) throw new InvalidField('required', '', '/handedOverTo');
      if (handedOverTo && !handedOverOn) throw new InvalidField('required', '', '/handedOverOn');
      await this.filing.execute(postedChange(body, 'Unterlage abgelegt'), {
        contract: contract.id,
        paper: { kind, title, ...(reference && { reference }), ...(datedOn && { datedOn }) },
        ...(handedOverTo && handedOverOn && { handedOver: { on: handedOverOn, to: handedOverTo } }),
        ...(file && { file }),
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error;
    }
  }

  /** @throws UnknownContract */
  private async open(id: string): Promise<Filing> {
    const open = await this.book.open(paths.documents(id), {});
    const { contract } = await this.contracts.contract(id, { on: open.page.asOf.on });
    return { open, contract, fields: filingFields(contract, open.page.names) };
  }
}

interface Shown {
  readonly fields: ReturnType<typeof readForm>['fields'];
  readonly body: PageQuery;
  readonly refused?: DomainError;
}

function render(
  { open, contract, fields: asked }: Filing,
  { fields, body, refused }: Shown,
): string {
  const refusal = refused && fileRefusal(refused, asked);
  const { id, title } = contract;
  const frame = {
    intro:
      'Was zum Vertrag gehört, als Datei mit Datum: Bescheid, Nebenbestimmungen, Konzept, Stellenbeschreibungen.',
    action: paths.documentFiling(id),
    button: 'Ablegen',
    cancel: paths.documents(id),
    revision: 0,
  };
  const head = {
    title: 'Unterlage ablegen',
    subline: title,
    area: paths.contracts,
    back: { href: paths.documents(id), label: 'Zu den Unterlagen' },
  };
  const all = [...fields, fileField()];
  return open.renderPlain(
    'contracts/filing',
    head,
    contractStepView(frame, all, { body, refusal }),
  );
}

/** A file that is not taken is told at its field; it has to be chosen again. */
function fileRefusal(error: DomainError, fields: Filing['fields']): RefusalView {
  if (!(error instanceof FileTooLarge || error instanceof FileKindRefused)) {
    return refusalView(error, fields);
  }
  const { code, status, facts } = error;
  const { title, detail } = sentenceFor(code, facts);
  return { status, tone: 'danger', role: 'alert', title, texts: [detail], field: 'datei' };
}

/** The fields of an upload as a page reads them. */
function texts({ fields }: Upload): PageQuery {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string | readonly string[]][] => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, value.filter((each) => typeof each === 'string')]] : [];
    }),
  );
}
