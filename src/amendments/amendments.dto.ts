import { IsArray, IsOptional, IsString } from 'class-validator';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { parsePlainDate } from '../domain/calendar/plain-date.js';
import { isApiFte, parseFte } from '../domain/proration/fte.js';
import { ApiProperty, ApiPropertyOptional } from '../platform/http/api-description.js';
import { BookListQuery, BookQuery } from '../platform/http/book-query.dto.js';
import { reasonedBody } from '../platform/http/change-request.js';
import { OptionalText } from '../platform/http/optional-text.js';
import { draftExample, followOnExample, whatIfExample } from './amendments.examples.js';
import type { FteMove } from './what-if.types.js';

const MOVES_MAX = 20;
const NAMES_MAX = 2000;

/** Which part of a changed notice's picture is told. */
export class FlowDownQuery extends BookListQuery {}

/** What would go on, with what is left out. */
export class FollowOnQuery extends BookQuery {
  @OptionalText(
    'Verträge, Stellen und Besetzungen, die nicht weitergehen, durch Komma getrennt',
    'kim-luenen',
  )
  readonly leaveOut?: string;

  names(): readonly string[] {
    return (this.leaveOut ?? '').split(',').filter((name) => name !== '');
  }
}

class Reasoned {
  @ApiPropertyOptional({ description: 'Grund der Änderung', example: draftExample.question.reason })
  @IsOptional()
  @IsString()
  readonly reason?: string;

  /** @throws InvalidField at "/reason" */
  reasonOr(unsaid: string): string {
    return reasonedBody(this.reason === undefined ? {} : { reason: this.reason }, unsaid).reason;
  }
}

export class DraftAmendmentsRequest extends Reasoned {
  @ApiPropertyOptional({
    description: 'nur diese Verträge; ohne Angabe alle',
    type: [String],
    example: draftExample.question.contracts,
  })
  @IsOptional()
  @IsArray()
  readonly contracts?: readonly unknown[];

  /** @throws InvalidField at "/contracts/0" */
  chosen(): { readonly contracts?: readonly string[] } {
    const { contracts } = this;
    return contracts == null ? {} : { contracts: namesIn(contracts, '/contracts') };
  }
}

export class FollowOnRequest extends Reasoned {
  @ApiPropertyOptional({
    description: 'Verträge, Stellen und Besetzungen, die nicht weitergehen',
    type: [String],
    example: followOnExample.question.leaveOut,
  })
  @IsOptional()
  @IsArray()
  readonly leaveOut?: readonly unknown[];

  /** @throws InvalidField at "/leaveOut/0" */
  leftOut(): readonly string[] {
    return namesIn(this.leaveOut ?? [], '/leaveOut');
  }
}

export class WhatIfRequest extends Reasoned {
  @ApiProperty({
    description: 'Verschiebungen unbesetzter VzÄ: von Zeile, zu Zeile, VzÄ, ab Tag',
    type: [Object],
    example: whatIfExample.question.moves,
  })
  @IsArray()
  readonly moves!: readonly unknown[];

  /** @throws InvalidField at "/moves", or at the field of a move */
  toMoves(): readonly FteMove[] {
    const { moves } = this;
    if (moves.length === 0 || moves.length > MOVES_MAX) {
      throw new InvalidField('choice', moves.length.toString(), '/moves');
    }
    return moves.map((move, index) => readMove(move, `/moves/${index.toString()}`));
  }
}

function readMove(input: unknown, pointer: string): FteMove {
  if (typeof input !== 'object' || input === null) throw new InvalidField('choice', '', pointer);
  const { fromLine, toLine, fte, from, ...others } = input as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new InvalidField('unknown-field', '', `${pointer}/${unknown}`);
  const share = textIn(fte, `${pointer}/fte`);
  if (!isApiFte(share)) throw new InvalidField('fte', share, `${pointer}/fte`);
  const moved = parseFte(share, `${pointer}/fte`);
  if (moved === 0) throw new InvalidField('fte-zero', share, `${pointer}/fte`);
  return {
    fromLine: textIn(fromLine, `${pointer}/fromLine`),
    toLine: textIn(toLine, `${pointer}/toLine`),
    fte: moved,
    from: parsePlainDate(textIn(from, `${pointer}/from`), `${pointer}/from`),
  };
}

function textIn(value: unknown, pointer: string): string {
  if (value === undefined || value === null) throw new InvalidField('required', '', pointer);
  if (typeof value !== 'string') throw new InvalidField('text', '', pointer);
  return value;
}

function namesIn(values: readonly unknown[], pointer: string): readonly string[] {
  if (values.length > NAMES_MAX) throw new InvalidField('choice', '', pointer);
  return values.map((value, index) => textIn(value, `${pointer}/${index.toString()}`));
}
