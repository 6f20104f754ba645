import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { statedBy } from '../identity/identity.js';
import {
  ApiCreatedResponse,
  ApiKey,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import {
  ChangeOf,
  ensureOnly,
  reasonedBody,
  type ChangeHeaders,
} from '../platform/http/change-request.js';
import { findingsJson } from './findings.js';
import { occupancyRowsFrom } from './position-input.js';
import { recordOccupancies } from './position.examples.js';
import { RecordOccupanciesUseCase } from './record-occupancies.use-case.js';
import { ApiFieldsBody } from './stated-body.js';

const ROWS = '`rows`: bis zu 5.000 Besetzungen, jede mit `position`; alles oder nichts.';
const EXAMPLES = { 'zwei Zeilen': recordOccupancies.request };

/** Takes in a range of occupancies, all of it or nothing. */
@ApiTags('Besetzungen')
@Controller('api/v1/occupancies/bulk')
export class OccupancyRangeController {
  constructor(private readonly range: RecordOccupanciesUseCase) {}

  @Post()
  @ApiOperation({ summary: 'Viele Besetzungen in einem Zug eintragen' })
  @ApiKey()
  @ApiFieldsBody(ROWS, ['rows', 'reason'], EXAMPLES)
  @ApiCreatedResponse({ description: '`ids` in der Reihenfolge der Zeilen, und Hinweise' })
  @ApiUnprocessableEntityResponse({ description: 'nichts eingetragen; Befunde wie /rows/3/share' })
  async record(@Body() body: unknown, @ChangeOf() headers: ChangeHeaders): Promise<unknown> {
    const { reason, fields } = reasonedBody(body, 'Neu eingetragen');
    const change = statedBy(headers, reason);
    const { ids, warnings } = await this.range.execute(change, rowsOf(fields));
    return { ids, warnings: findingsJson(warnings) };
  }

  @Post('check')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Viele Besetzungen prüfen, ohne etwas einzutragen' })
  @ApiFieldsBody(ROWS, ['rows', 'reason'], EXAMPLES)
  @ApiOkResponse({ description: '`findings`: Fehler und Hinweise, wie /rows/3/share' })
  @ApiUnprocessableEntityResponse({ description: 'eine Zeile lässt sich nicht lesen' })
  async check(@Body() body: unknown): Promise<unknown> {
    const { fields } = reasonedBody(body, 'Prüfung');
    return { findings: findingsJson(await this.range.rehearse(rowsOf(fields))) };
  }
}

/** @throws InvalidField at "/rows" */
function rowsOf(fields: Readonly<Record<string, unknown>>) {
  ensureOnly(fields, ['rows']);
  const { rows } = fields;
  if (rows === undefined) throw new InvalidField('required', '', '/rows');
  if (!Array.isArray(rows)) throw new InvalidField('list', '', '/rows');
  return occupancyRowsFrom(rows);
}
