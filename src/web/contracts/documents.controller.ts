import { Body, Controller, Get, Header, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ContractDocumentsQueries } from '../../contracts/contract-documents.queries.js';
import { ContractsQueries, type ContractDetail } from '../../contracts/contracts.queries.js';
import { HandOverDocumentUseCase } from '../../contracts/hand-over-document.use-case.js';
import { attachmentHeader } from '../../documents/documents.js';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import type { PageQuery } from '../as-of/as-of.js';
import { BookPages, type OpenBook } from '../book/book-pages.js';
import { FormTarget, sendAnswer } from '../editing/page-answer.js';
import { readForm } from '../forms/form.js';
import { paths, routes } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { contractStepView } from './contract-step.page.js';
import { refusalFrom, type RefusalView } from '../forms/refused.js';
import { postedChange } from '../forms/posted.js';
import { documentsView } from './documents.view.js';
import { handOverFields } from './document.forms.js';

/** "Unterlagen": the filed parts of a contract, their files, and who has them since when (§ 7 Abs. 1). */
@Controller()
export class DocumentsController {
  constructor(
    private readonly book: BookPages,
    private readonly contracts: ContractsQueries,
    private readonly documents: ContractDocumentsQueries,
    private readonly handingOver: HandOverDocumentUseCase,
  ) {}

  @Page(routes.documents)
  async list(@Param('id') id: string, @Query() query: PageQuery): Promise<string> {
    const open = await this.book.open(paths.documents(id), query);
    const { contract } = await this.find(id, open);
    const filed = await this.documents.documents(id, open.knownAt);
    const head = {
      title: 'Unterlagen',
      subline: contract.title,
      area: paths.contracts,
      back: { href: open.page.link(paths.contract(id)), label: 'Zum Vertrag' },
    };
    return open.render('contracts/documents', head, documentsView(open.page, contract, filed));
  }

  @Get(routes.documentFile)
  @ApiExcludeEndpoint()
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  async file(
    @Param('id') id: string,
    @Param('unterlage') document: string,
  ): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.documents.file(id, document);
    const disposition = attachmentHeader(name);
    return new StreamableFile(bytes, { type: mediaType, disposition, length: bytes.length });
  }

  @Page(routes.documentHandOver)
  async handOverPage(
    @Param('id') id: string,
    @Param('unterlage') document: string,
  ): Promise<string> {
    return this.render(id, document, await this.book.open(paths.documents(id), {}), {});
  }

  @FormTarget(routes.documentHandOver)
  async handOver(
    @Param('id') id: string,
    @Param('unterlage') document: string,
    @Body() body: PageQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.book.open(paths.documents(id), {});
    const { contract } = await this.find(id, open);
    const fields = handOverFields(contract, open.page.names);
    const { values } = readForm(fields, { uebergeben: '', ...body });
    const handedOver = values && { on: values.handedOverOn, to: values.handedOverTo };
    const refusal =
      handedOver &&
      (await refusalFrom(
        () =>
          this.handingOver.execute(postedChange(body, 'Übergeben'), {
            contract: id,
            document,
            handedOver,
          }),
        fields,
      ));
    if (handedOver !== undefined && refusal === undefined) {
      return sendAnswer(reply, { goTo: paths.documents(id) });
    }
    const html = await this.render(id, document, open, { uebergeben: '', ...body }, refusal);
    return sendAnswer(reply, { html, status: 422 });
  }

  private async render(
    id: string,
    document: string,
    open: OpenBook,
    body: PageQuery,
    refusal?: RefusalView,
  ): Promise<string> {
    const { contract } = await this.find(id, open);
    const { fact, revision } = await this.documents.document(id, document);
    const { fields } = readForm(handOverFields(contract, open.page.names), body);
    const frame = {
      intro: `„${fact.title}“: Von diesem Tag an kennt der Partner die Unterlage. Wer schon eingetragen ist und hier noch einmal steht, bekommt den neuen Tag.`,
      action: paths.documentHandOver(id, document),
      button: 'Übergabe eintragen',
      cancel: paths.documents(id),
      revision,
    };
    const head = {
      title: 'Übergabe eintragen',
      subline: contract.title,
      area: paths.contracts,
      back: { href: paths.documents(id), label: 'Zu den Unterlagen' },
    };
    return open.renderPlain(
      'contracts/step',
      head,
      contractStepView(frame, fields, { body, refusal }),
    );
  }

  /** @throws UnknownContract */
  private find(id: string, { page, knownAt }: OpenBook): Promise<ContractDetail> {
    return this.contracts.contract(id, { on: page.asOf.on, knownAt });
  }
}
