import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { derivationToJson } from '../domain/derivation/derivation-json.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import { tagRevision, type TaggedReply } from '../platform/http/revision-tag.js';
import { contractJson } from './contract-answer.js';
import { CONTRACT_SHAPE, ContractsQuery, DifferencesQuery, LinesQuery } from './contract.dto.js';
import { ContractsQueries, type ContractsAsOf } from './contracts.queries.js';

/** Reads contracts, their versions and lines. */
@ApiTags('Verträge')
@ApiNotFoundResponse({ description: 'diesen Vertrag oder diese Fassung gibt es nicht' })
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly contracts: ContractsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Verträge mit der Fassung, die am Stichtag gilt, seitenweise',
    description: 'Sortierbar nach `title`, `fileReference`, `programme`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: ContractsQuery): Promise<unknown> {
    const contracts = await this.contracts.contracts(this.asOf(query), query.filter());
    return toApiJson(query.page(contracts, CONTRACT_SHAPE));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Ein Vertrag mit allen Fassungen, Zeilen und der Prüfliste' })
  @ApiOkResponse({ description: 'der Vertrag; ETag ist die Revision' })
  async one(
    @Param('id') id: string,
    @Query() query: BookQuery,
    @Res({ passthrough: true }) reply: TaggedReply,
  ): Promise<unknown> {
    const detail = await this.contracts.contract(id, this.asOf(query));
    tagRevision(reply, detail.revision);
    return contractJson(detail);
  }

  @Get(':id/lines')
  @ApiOperation({ summary: 'Zeilen eines Vertrags in einem Jahr: Finanzierung und Höchstbetrag' })
  @ApiOkResponse({ description: 'die Zeilen mit der Herleitung des Höchstbetrags' })
  async lines(@Param('id') id: string, @Query() query: LinesQuery): Promise<unknown> {
    const lines = await this.contracts.lines(id, query.calendarYear(), query.asOf().knownAt);
    return {
      lines: lines.map(({ ceiling, ...line }) => ({
        ...(toApiJson(line) as object),
        ceiling: toApiJson(ceiling.cents),
        derivation: derivationToJson(ceiling.derivation),
      })),
    };
  }

  @Get(':id/differences')
  @ApiOperation({ summary: 'Was sich zwischen zwei Fassungen geändert hat' })
  @ApiOkResponse({ description: 'die geänderten Werte und Klauseln' })
  async differences(@Param('id') id: string, @Query() query: DifferencesQuery): Promise<unknown> {
    const [before, after] = query.versions();
    const found = await this.contracts.compare(id, before, after, query.asOf().knownAt);
    return toApiJson({ differences: found });
  }

  private asOf(query: BookQuery): ContractsAsOf {
    const { on = this.clock.today(), knownAt } = query.asOf();
    return { on, knownAt };
  }
}
