import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { statedBy } from '../identity/identity.js';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiKey,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiReasonBody,
  ApiTags,
} from '../platform/http/api-description.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { CountersignUseCase } from './countersigning/countersign.use-case.js';
import { CountersigningQueries, type Countersigning } from './countersigning.queries.js';
import { JournalQueries } from './journal.queries.js';
import { entryJson } from './ledger.answer.js';

const UNSAID = 'Gegengezeichnet';
const TOLD = 500;

/** Countersigns entries by hand, and tells which wait. */
@ApiTags('Buch')
@Controller('api/v1/ledger')
export class CountersignaturesController {
  constructor(
    private readonly signing: CountersignUseCase,
    private readonly countersigning: CountersigningQueries,
    private readonly journal: JournalQueries,
  ) {}

  @Get('countersignatures')
  @ApiOperation({
    summary: 'Buchungen von Hand, die auf Gegenzeichnung warten, die neuesten zuerst',
  })
  @ApiOkResponse({ description: '`open` mit Buchung und Gegenzeichnungen; `count` aller offenen' })
  async open(): Promise<unknown> {
    const open = await this.countersigning.open(TOLD);
    return {
      open: open.map(({ entry, entries, ...state }) => ({
        ...stateJson(state),
        entries,
        entry: entryJson(entry),
      })),
      count: await this.countersigning.countOpen(),
    };
  }

  @Post('entries/:id/countersignature')
  @ApiOperation({
    summary: 'Eine Buchung von Hand gegenzeichnen; nur Personen der Anordnung',
    description:
      'Eine eingelesene Datei wird mit einer ihrer Buchungen als Ganzes gegengezeichnet.',
  })
  @ApiKey()
  @ApiReasonBody('Gegenzeichnung', 'Beleg 41/2026 geprüft')
  @ApiCreatedResponse({ description: 'der Stand: `given` und wie viele noch fehlen (`missing`)' })
  @ApiForbiddenResponse({ description: 'ein Programm, oder nicht die Rolle Anordnung' })
  @ApiNotFoundResponse({ description: 'diese Buchung gibt es nicht' })
  @ApiConflictResponse({
    description: 'selbst erfasst, schon gegengezeichnet, vollständig oder nicht von Hand gebucht',
  })
  async countersign(
    @Param('id') id: string,
    @Body() body: unknown,
    @ChangeOf() headers: ChangeHeaders,
  ): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, UNSAID);
    ensureOnly(fields, []);
    await this.signing.execute(statedBy(headers, reason), id);
    const state = await this.countersigning.of(await this.journal.entry(id));
    return state && { entry: id, ...stateJson(state) };
  }
}

/** Who has countersigned, and how many are missing. */
function stateJson({ given, missing }: Countersigning): object {
  return {
    given: given.map(({ actor, actingFor, at, reason }) => ({
      ...{ by: actor, actingFor: actingFor ?? null, at, reason },
    })),
    missing,
  };
}
