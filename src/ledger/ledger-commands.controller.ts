import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { printableLine } from '../domain/text/printable-line.js';
import { changeBy, statedBy } from '../identity/identity.js';
import {
  ApiBody,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSeen,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { EnterByHandUseCase } from './by-hand/enter-by-hand.use-case.js';
import { readStatedEntry, readStatedReversal } from './by-hand/hand-entry.reading.js';
import { ReverseByHandUseCase } from './by-hand/reverse-by-hand.use-case.js';
import { JournalQueries } from './journal.queries.js';
import { accountJson, closingJson, entryJson, mailJson } from './ledger.answer.js';
import { closeBody, entryBody, officeAccountBody, reversalBody } from './ledger.bodies.js';
import { UnknownAccount } from './ledger.errors.js';
import { LedgerQueries } from './ledger.queries.js';
import { ClosePeriodUseCase } from './periods/close-period.use-case.js';
import { SendSealUseCase } from './send-seal.use-case.js';
import { StateOfficeAccountUseCase } from './state-office-account.use-case.js';

const OFFICE_ACCOUNT_LENGTH_MAX = 40;

/** Enters by hand, takes that back, closes months, states the office's own account numbers. */
@ApiTags('Buch')
@ApiUnprocessableEntityResponse({ description: 'eine Angabe passt nicht; jedes Feld ist genannt' })
@Controller('api/v1/ledger')
export class LedgerCommandsController {
  constructor(
    private readonly entering: EnterByHandUseCase,
    private readonly reversing: ReverseByHandUseCase,
    private readonly closing: ClosePeriodUseCase,
    private readonly sending: SendSealUseCase,
    private readonly stating: StateOfficeAccountUseCase,
    private readonly journal: JournalQueries,
    private readonly ledger: LedgerQueries,
  ) {}

  @Post('entries')
  @ApiOperation({
    summary: 'Von Hand buchen: die Ausnahme, mit Begründung',
    description: 'Soll ist positiv, Haben negativ; die Zeilen ergeben zusammen null.',
  })
  @ApiKey()
  @ApiBody(entryBody)
  @ApiCreatedResponse({ description: 'die Buchung; `hash` ist null, bis sie ihren Platz hat' })
  @ApiConflictResponse({
    description: 'der Zeitraum ist abgeschlossen, oder der Schlüssel vergeben',
  })
  async enter(
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { text, ...entry } = readStatedEntry(body);
    return this.entry(await this.entering.execute(statedBy(headers, text), entry), reply);
  }

  @Post('entries/:id/reversal')
  @ApiOperation({ summary: 'Eine Buchung von Hand zurücknehmen (Storno); das geht einmal' })
  @ApiKey()
  @ApiBody(reversalBody)
  @ApiCreatedResponse({ description: 'das Storno; `reverses` nennt die zurückgenommene Buchung' })
  @ApiNotFoundResponse({ description: 'diese Buchung gibt es nicht' })
  @ApiConflictResponse({ description: 'schon storniert, oder nicht von Hand gebucht' })
  async reverse(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { text, effectiveOn } = readStatedReversal(body);
    const change = statedBy(headers, text);
    return this.entry(await this.reversing.execute(change, { entry: id, effectiveOn }), reply);
  }

  @Post('periods/:period/closing')
  @ApiOperation({ summary: 'Das Buch bis zum Ende eines Monats abschließen („2025-12“)' })
  @ApiKey()
  @ApiBody(closeBody)
  @ApiCreatedResponse({
    description: 'der Abschluss mit seinem Siegel, und ob es per Mail hinausging',
  })
  @ApiConflictResponse({ description: 'der Monat ist nicht vorbei oder schon abgeschlossen' })
  async close(
    @Param('period') period: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body);
    ensureOnly(fields, []);
    const id = await this.closing.execute(statedBy(headers, reason), period);
    const closing = (await this.ledger.closings()).find((each) => each.id === id);
    return (
      closing && { ...closingJson(closing), mail: mailJson(await this.sending.ofClosing(period)) }
    );
  }

  @Put('accounts/:key')
  @ApiOperation({ summary: 'Das Sachkonto der Kämmerei zu einem Konto angeben' })
  @ApiSeen()
  @ApiBody(officeAccountBody)
  @ApiOkResponse({ description: 'das Konto; ETag ist der neue Stand' })
  @ApiNotFoundResponse({ description: 'dieses Konto gibt es nicht' })
  async state(
    @Param('key') key: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body);
    ensureOnly(fields, ['officeAccount']);
    const officeAccount = readOfficeAccount(fields['officeAccount']);
    await this.stating.execute(changeBy(headers, reason), { key, officeAccount });
    const account = (await this.ledger.accounts()).find((each) => each.key === key);
    if (account === undefined) throw new UnknownAccount({ account: key });
    tagRevision(reply, account.revision);
    return accountJson(account);
  }

  private async entry(id: string, reply: TaggedReply): Promise<unknown> {
    reply.header('location', `/api/v1/ledger/entries/${id}`);
    return entryJson(await this.journal.justEntered(id));
  }
}

/** @throws InvalidField at `/officeAccount` */
function readOfficeAccount(value: unknown): string {
  const pointer = '/officeAccount';
  if (value === undefined || value === null) throw new InvalidField('required', '', pointer);
  if (typeof value !== 'string') throw new InvalidField('text', '', pointer);
  const line = printableLine(value);
  if (line === undefined || line.length > OFFICE_ACCOUNT_LENGTH_MAX) {
    throw new InvalidField('text-unfit', '', pointer);
  }
  return line;
}
