import { Body, Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { derivationToJson } from '../domain/derivation/derivation-json.js';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '../platform/http/api-description.js';
import { toApiJson } from '../platform/http/api-json.js';
import { findingsJson } from './findings.js';
import { OccupancyPreviewQueries, type EntitlementEffect } from './occupancy-preview.queries.js';
import { moveFrom } from './move-input.js';
import { changeFrom } from './position-input.js';
import { movePosition, previewPosition } from './position.examples.js';
import { ApiFieldsBody } from './stated-body.js';

/** Tells what a change of a post or of who fills it would do; nothing is written. */
@ApiTags('Stellen')
@ApiNotFoundResponse({ description: 'diese Stelle gibt es nicht' })
@ApiUnprocessableEntityResponse({ description: 'eine Angabe lässt sich nicht lesen' })
@Controller('api/v1/positions')
export class PositionPreviewController {
  constructor(private readonly previews: OccupancyPreviewQueries) {}

  @Post(':id/preview')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Vorschau: Lücken, Überschneidungen und Ansprüche vor dem Speichern' })
  @ApiFieldsBody(
    '`position`: die Stelle, wie sie stehen soll; `occupancies`: neue oder geänderte Besetzungen; `withdrawn`: Kennungen, die wegfallen.',
    ['position', 'occupancies', 'withdrawn'],
    { 'Vakanz besetzen': previewPosition.request },
  )
  @ApiOkResponse({ description: 'Befunde, Vakanzen und je Jahr der Anspruch vorher und nachher' })
  async preview(@Param('id') id: string, @Body() body: unknown): Promise<unknown> {
    const { findings, effects, ...preview } = await this.previews.preview(id, changeFrom(body, id));
    return {
      ...(toApiJson(preview) as object),
      findings: findingsJson(findings),
      effects: effects.map(effectJson),
    };
  }

  @Post(':id/move/preview')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Vorschau: was eine Verlagerung mit den Ansprüchen beider Zeilen tut' })
  @ApiFieldsBody('wie `move`, ohne Grund', ['on', 'id', 'to'], {
    'anderer Einsatzort': { on: movePosition.request.on, to: movePosition.request.to },
  })
  @ApiOkResponse({ description: 'Befunde, und je Jahr der Anspruch vorher und nachher' })
  async previewMove(@Param('id') id: string, @Body() body: unknown): Promise<unknown> {
    const move = moveFrom(typeof body === 'object' && body !== null ? { ...body } : {});
    const { findings, effects } = await this.previews.previewMove(id, move);
    return { findings: findingsJson(findings), effects: effects.map(effectJson) };
  }
}

function effectJson(effect: EntitlementEffect): object {
  const [before, after] = [effect.derivationBefore(), effect.derivationAfter()];
  return {
    ...(toApiJson(effect) as object),
    ...(before && { derivationBefore: derivationToJson(before) }),
    ...(after && { derivationAfter: derivationToJson(after) }),
  };
}
