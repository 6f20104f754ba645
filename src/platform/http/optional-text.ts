import { applyDecorators } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { ApiPropertyOptional } from './api-description.js';

/** A text that a query may name, with its German description. */
export function OptionalText(description: string, example?: string): PropertyDecorator {
  const described = { description, ...(example !== undefined && { example }) };
  return applyDecorators(ApiPropertyOptional(described), IsOptional(), IsString());
}
