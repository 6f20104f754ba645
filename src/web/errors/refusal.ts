import { HttpException } from '@nestjs/common';
import { DomainError, type Facts } from '../../domain/errors/domain-error.js';
import { pointerOf } from '../../programmes/definitions/fact-reading.js';
import { FactRefused } from '../../programmes/programmes.errors.js';
import { sentenceFor } from '../messages/messages.js';
import type { FieldError } from '../messages/validation.js';
import { InvalidRequest } from './invalid-request.js';

/** What an error means to the caller, before it becomes a problem document or a page. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly facts: Facts;
  readonly errors: readonly FieldError[];
}

const UNSUPPORTED_BODY = new Set(['FST_ERR_CTP_INVALID_MEDIA_TYPE']);

/**
 * Reads an error as a refusal; anything that is neither a rule nor a mistake of the caller is a
 * failure of ours, and gets the reference under which it is logged.
 */
export function refusalOf(error: unknown, reference: string): Refusal {
  if (error instanceof DomainError) return refusedByRule(error);
  if (error instanceof InvalidRequest) return { ...refusedByStatus(422, {}), errors: error.errors };
  const status = statusOf(error);
  return refusedByStatus(status, status === 500 ? { reference } : {});
}

function refusedByRule(error: DomainError): Refusal {
  const { code, status, facts } = error;
  const sentence = sentenceFor(code, facts);
  if (error instanceof FactRefused)
    return { status, code, ...sentence, facts, errors: fieldsOf(error) };
  const pointer = facts['pointer'];
  const errors = typeof pointer === 'string' ? [{ pointer, detail: sentence.detail }] : [];
  return { status, code, ...sentence, facts, errors };
}

function fieldsOf({ findings }: FactRefused): readonly FieldError[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => ({ pointer: pointerOf(path), detail: message }));
}

function refusedByStatus(status: number, facts: Facts): Refusal {
  const code = `http.${status}`;
  return { status, code, ...sentenceFor(code, facts), facts, errors: [] };
}

/** Fastify and Nest say it in different fields; what says nothing is 500. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return 500;
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (typeof code === 'string' && UNSUPPORTED_BODY.has(code)) return 415;
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
