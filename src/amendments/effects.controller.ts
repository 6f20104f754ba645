import { Controller, Get, Param, Query } from '@nestjs/common';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { Clock } from '../platform/clock/clock.js';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '../platform/http/api-description.js';
import { BookQuery } from '../platform/http/book-query.dto.js';
import { effectsExample } from './amendments.examples.js';
import { effectsJson } from './effects-json.js';
import { EffectsQueries } from './effects.queries.js';

/** What a version changes. */
@ApiTags('Verträge')
@Controller('api/v1/contracts')
export class EffectsController {
  constructor(
    private readonly effects: EffectsQueries,
    private readonly clock: Clock,
  ) {}

  @Get(':id/versions/:number/effects')
  @ApiOperation({ summary: 'Was eine Fassung ändert, sobald alle unterschrieben haben' })
  @ApiOkResponse({
    description: 'je Jahr: Zeilen, Stellen, Summen und was knapp wird (R1), mit Herleitung',
    content: { 'application/json': { example: effectsExample.answer } },
  })
  @ApiNotFoundResponse({ description: 'diesen Vertrag oder diese Fassung gibt es nicht' })
  async ofVersion(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() query: BookQuery,
  ): Promise<unknown> {
    if (!/^[1-9]\d{0,3}$/.test(number)) throw new InvalidField('choice', number, '/number');
    const { on = this.clock.today(), knownAt } = query.asOf();
    return effectsJson(await this.effects.ofVersion(id, Number(number), { on, knownAt }));
  }
}
