import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { changeBy } from '../identity/identity.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiBody,
  ApiConflictResponse,
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
import type { TaggedReply } from '../platform/http/revision-tag.js';
import { ContractAnswer } from './contract-answer.js';
import { versionExamples } from './contract.examples.js';
import { RecallVersionUseCase } from './recall-version.use-case.js';
import { SendVersionUseCase } from './send-version.use-case.js';
import { SignVersionUseCase } from './sign-version.use-case.js';
import { readDay, readText, readVersionNumber } from './version-request.js';

/** From draft to effect: sending, signing, recalling (R4). */
@ApiTags('Verträge')
@ApiOkResponse({ description: 'der Vertrag, wie er nun steht' })
@ApiNotFoundResponse({ description: 'diesen Vertrag oder diese Fassung gibt es nicht' })
@ApiConflictResponse({ description: 'der Schritt passt nicht zum Zustand der Fassung' })
@ApiUnprocessableEntityResponse({
  description: 'eine Angabe passt nicht, oder die Mittel reichen nicht (R1)',
})
@Controller('api/v1/contracts/:id/versions/:number')
export class SigningController {
  constructor(
    private readonly sending: SendVersionUseCase,
    private readonly recalling: RecallVersionUseCase,
    private readonly signing: SignVersionUseCase,
    private readonly answer: ContractAnswer,
    private readonly clock: Clock,
  ) {}

  @Post('sending')
  @HttpCode(200)
  @ApiSeen()
  @ApiOperation({ summary: 'Zur Unterschrift versenden; ohne Tag heute' })
  @ApiBody({
    schema: { type: 'object' },
    examples: { versandt: { value: versionExamples.send } },
  })
  async send(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body ?? {}, 'Zur Unterschrift versandt');
    ensureOnly(fields, ['sentOn', 'writtenOn']);
    const sentOn = readDay(fields, 'sentOn') ?? this.clock.today();
    const writtenOn = readDay(fields, 'writtenOn');
    const version = readVersionNumber(number);
    const command = { contract: id, version, sentOn, ...(writtenOn && { writtenOn }) };
    await this.sending.execute(changeBy(headers, reason), command);
    return this.answer.of(id, reply);
  }

  @Post('recall')
  @HttpCode(200)
  @ApiSeen()
  @ApiOperation({ summary: 'Zurückholen; die Unterschriften fallen weg' })
  @ApiBody({
    schema: { type: 'object' },
    examples: { zurückgeholt: { value: versionExamples.recall } },
  })
  async recall(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body);
    ensureOnly(fields, []);
    const command = { contract: id, version: readVersionNumber(number) };
    await this.recalling.execute(changeBy(headers, reason), command);
    return this.answer.of(id, reply);
  }

  @Post('signatures')
  @HttpCode(200)
  @ApiSeen()
  @ApiOperation({
    summary: 'Eine Unterschrift festhalten; mit der letzten wird die Fassung wirksam',
  })
  @ApiBody({
    schema: { type: 'object' },
    examples: { Unterschrift: { value: versionExamples.sign } },
  })
  async sign(
    @Param('id') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Unterschrieben');
    ensureOnly(fields, ['party', 'signedOn']);
    const party = readText(fields, 'party');
    const signedOn = readDay(fields, 'signedOn') ?? this.clock.today();
    const command = { contract: id, version: readVersionNumber(number), party, signedOn };
    await this.signing.execute(changeBy(headers, reason), command);
    return this.answer.of(id, reply);
  }
}
