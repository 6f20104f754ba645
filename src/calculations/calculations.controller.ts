import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { parsePlainDate } from '../domain/calendar/plain-date.js';
import {
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import {
  agreedInterestExample,
  entitlementExample,
  fristExample,
  interestExample,
  noticePeriodExample,
  problemExample,
  splitExample,
} from './calculation.examples.js';
import { Calculations } from './calculations.js';
import { DeadlineAnswer, DeadlineRequest, toDeadlineAnswer } from './deadline.dto.js';
import { EntitlementAnswer, EntitlementRequest, toEntitlementAnswer } from './entitlement.dto.js';
import { InterestAnswer, InterestRequest, toInterestAnswer } from './interest.dto.js';
import type { Plain } from './plain.js';
import { SplitAnswer, SplitRequest, toSplitAnswer } from './split.dto.js';

/** The calculators: open to everybody, as they hold no data. They answer, and store nothing. */
@ApiTags('Rechner')
@ApiUnprocessableEntityResponse({
  description: 'Eine Angabe passt nicht; jedes Feld ist genannt.',
  content: { 'application/problem+json': { example: problemExample } },
})
@Controller('api/v1/calculations')
export class CalculationsController {
  constructor(private readonly calculations: Calculations) {}

  @Post('entitlement')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Anteil eines Jahressatzes für einen Zeitraum' })
  @ApiBody({
    type: EntitlementRequest,
    examples: { 'halbe Stelle ab 15.03.': { value: entitlementExample.question } },
  })
  @ApiOkResponse({ type: EntitlementAnswer })
  entitlement(@Body() request: EntitlementRequest): Plain<EntitlementAnswer> {
    return toEntitlementAnswer(this.calculations.entitlement(request.toQuestion()));
  }

  @Post('deadline')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Wann eine Frist, ein Termin oder eine Kündigungsfrist endet' })
  @ApiBody({
    type: DeadlineRequest,
    examples: {
      'Frist am Sonntag': { value: fristExample.question },
      Kündigungsfrist: { value: noticePeriodExample.question },
    },
  })
  @ApiOkResponse({ type: DeadlineAnswer })
  deadline(@Body() { date, kind }: DeadlineRequest): Plain<DeadlineAnswer> {
    return toDeadlineAnswer(this.calculations.deadline(parsePlainDate(date, '/date'), kind));
  }

  @Post('interest')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Zinsen über dem Basiszinssatz, mit allen Abschnitten' })
  @ApiBody({
    type: InterestRequest,
    examples: {
      '§ 29 Abs. 5 HHG NRW': { value: interestExample.question },
      'vereinbarter Aufschlag': { value: agreedInterestExample.question },
    },
  })
  @ApiOkResponse({ type: InterestAnswer })
  interest(@Body() request: InterestRequest): Plain<InterestAnswer> {
    return toInterestAnswer(this.calculations.interest(request.toQuestion()));
  }

  @Post('split')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Aufteilung nach Gewichten, ohne dass ein Cent verloren geht' })
  @ApiBody({ type: SplitRequest, examples: { Drittel: { value: splitExample.question } } })
  @ApiOkResponse({ type: SplitAnswer })
  split(@Body() request: SplitRequest): Plain<SplitAnswer> {
    return toSplitAnswer(this.calculations.split(request.toTotal(), request.toWeights()));
  }
}
