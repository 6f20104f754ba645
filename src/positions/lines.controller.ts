import { Controller, Get, Query } from '@nestjs/common';
import { lastOfYear } from '../domain/calendar/plain-date.js';
import { ApiOkResponse, ApiOperation, ApiTags } from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { BookQueries } from './book.queries.js';
import { linesOfYear } from './line-list.rules.js';
import { LINE_SHAPE, LinesOfYearQuery } from './lines.dto.js';

/** Reads the allocation lines of all contracts in a year, with what they yield. */
@ApiTags('Verträge')
@Controller('api/v1/lines')
export class LinesController {
  constructor(private readonly book: BookQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Zuweisungszeilen aller Verträge in einem Jahr, seitenweise',
    description:
      'Sortierbar nach `title`, `partner`, `component`, `contract`, `fte`, `ceiling`, `entitled`.',
  })
  @ApiOkResponse({ description: '`items` und `next` (null am Ende)' })
  async list(@Query() query: LinesOfYearQuery): Promise<unknown> {
    const year = query.calendarYear();
    const { on = lastOfYear(year), knownAt } = query.asOf();
    const facts = await this.book.facts(knownAt);
    const lines = linesOfYear(facts, await this.book.year({ year, on, knownAt }));
    return toApiJson(
      query.page(
        lines.filter((line) => query.fits(line)),
        LINE_SHAPE,
      ),
    );
  }
}
