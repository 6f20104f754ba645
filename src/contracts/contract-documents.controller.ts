import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { attachmentHeader, readUpload, type UploadRequest } from '../documents/documents.js';
import { changeBy, statedBy } from '../identity/identity.js';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSeen,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import {
  ContractDocumentsQueries,
  readFirstHandOver,
  readHandOver,
  readPaper,
} from './contract-documents.queries.js';
import { documentExamples } from './contract.examples.js';
import { FileDocumentUseCase } from './file-document.use-case.js';
import { HandOverDocumentUseCase } from './hand-over-document.use-case.js';

const FORM = {
  type: 'object',
  required: ['title', 'kind'],
  properties: {
    title: { type: 'string' },
    kind: { type: 'string', enum: ['notice', 'anbest', 'concept', 'job-description', 'other'] },
    reference: { type: 'string' },
    datedOn: { type: 'string', format: 'date' },
    handedOverOn: { type: 'string', format: 'date' },
    handedOverTo: { type: 'array', items: { type: 'string' } },
    reason: { type: 'string' },
    file: { type: 'string', format: 'binary', description: 'bis 10 MB; fehlt: nur vermerkt' },
  },
} as const;

const PAPER_FIELDS = Object.keys(FORM.properties);

/** "Bestandteile" of a contract: dated files, and when they were handed over (§ 7 Abs. 1). */
@ApiTags('Verträge')
@ApiNotFoundResponse({ description: 'diesen Vertrag oder diesen Bestandteil gibt es nicht' })
@ApiUnprocessableEntityResponse({ description: 'eine Angabe oder die Datei passt nicht' })
@Controller('api/v1/contracts/:id/documents')
export class ContractDocumentsController {
  constructor(
    private readonly filing: FileDocumentUseCase,
    private readonly handingOver: HandOverDocumentUseCase,
    private readonly documents: ContractDocumentsQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Die Bestandteile eines Vertrags' })
  @ApiOkResponse({ description: '`documents` in der Reihenfolge der Ablage' })
  async list(@Param('id') id: string, @Query() query: BookQuery): Promise<unknown> {
    const found = await this.documents.documents(id, query.asOf().knownAt);
    return toApiJson({ documents: found.map(({ fact, ...mark }) => ({ ...fact, ...mark })) });
  }

  @Post()
  @ApiOperation({ summary: 'Einen Bestandteil ablegen, mit Datei oder nur vermerkt' })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({ schema: FORM as never, examples: { vermerkt: { value: documentExamples.file } } })
  @ApiKey()
  @ApiCreatedResponse({ description: 'der Bestandteil; Location und ETag' })
  async file(
    @Param('id') id: string,
    @Req() request: UploadRequest,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const upload = await readUpload(request);
    if (upload.refused) throw upload.refused;
    const { reason, fields } = reasonedBody(upload.fields, 'Bestandteil abgelegt');
    ensureOnly(fields, PAPER_FIELDS);
    const { file } = upload;
    const handedOver = readFirstHandOver(fields);
    const command = {
      ...{ contract: id, paper: readPaper(fields) },
      ...(handedOver && { handedOver }),
      ...(file && { file }),
    };
    const document = await this.filing.execute(statedBy(headers, reason), command);
    reply.header('location', `/api/v1/contracts/${id}/documents/${document}`);
    return this.answer(id, document, reply);
  }

  @Get(':document')
  @ApiOperation({ summary: 'Ein Bestandteil' })
  @ApiOkResponse({ description: 'der Bestandteil; ETag ist seine Revision' })
  async one(
    @Param('id') id: string,
    @Param('document') document: string,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    return this.answer(id, document, reply);
  }

  @Get(':document/file')
  @ApiOperation({ summary: 'Die Datei eines Bestandteils, immer zum Speichern' })
  @ApiOkResponse({ description: 'die Bytes, wie sie abgelegt wurden' })
  async bytes(
    @Param('id') id: string,
    @Param('document') document: string,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.documents.file(id, document);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'private, no-store');
    return new StreamableFile(bytes, {
      type: mediaType,
      disposition: attachmentHeader(name),
      length: bytes.length,
    });
  }

  @Put(':document/handover')
  @HttpCode(200)
  @ApiOkResponse({ description: 'der Bestandteil, wie er nun steht; ETag' })
  @ApiOperation({ summary: 'Festhalten, wann der Bestandteil wem übergeben wurde' })
  @ApiBody({
    schema: { type: 'object' },
    examples: { übergeben: { value: documentExamples.handOver } },
  })
  @ApiSeen()
  async handOver(
    @Param('id') id: string,
    @Param('document') document: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Übergeben');
    ensureOnly(fields, ['handedOverOn', 'handedOverTo']);
    const command = { contract: id, document, handedOver: readHandOver(fields) };
    await this.handingOver.execute(changeBy(headers, reason), command);
    return this.answer(id, document, reply);
  }

  private async answer(id: string, document: string, reply: TaggedReply): Promise<unknown> {
    const { fact, ...mark } = await this.documents.document(id, document);
    tagRevision(reply, mark.revision);
    return toApiJson({ ...fact, ...mark });
  }
}
