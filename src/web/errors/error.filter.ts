import { randomBytes } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toJson } from '../../domain/errors/domain-error.js';
import { actAs, NOBODY } from '../../identity/identity.js';
import { API_PREFIX } from '../paths.js';
import { Pages } from '../shell/pages.js';
import { renderErrorPage } from './error.view.js';
import { refusalOf, type Refusal } from './refusal.js';

/**
 * The one place that turns errors into answers: problem documents (RFC 9457) for programs, pages
 * for people. A failure of ours is logged once, with the reference that the answer names.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  constructor(private readonly pages: Pages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const reference = randomBytes(5).toString('hex').toUpperCase();
    const refusal = refusalOf(error, reference);
    if (refusal.status >= 500) this.log(error, reference, request);
    if (reply.sent) return;
    void (request.url.startsWith(API_PREFIX)
      ? reply
          .status(refusal.status)
          .type('application/problem+json; charset=utf-8')
          .send(problemDocument(refusal))
      : reply
          .status(refusal.status)
          .type('text/html; charset=utf-8')
          .send(this.page(request, refusal)));
  }

  /** In the frame of whoever asks, also where a hook refused them before the route. */
  private page({ acting, url }: FastifyRequest, refusal: Refusal): string {
    return actAs(acting ?? NOBODY, () => renderErrorPage(this.pages, refusal, url));
  }

  private log(error: unknown, reference: string, { method, url }: FastifyRequest): void {
    const place = `${method} ${url.split('?')[0] ?? ''}`;
    const stack = error instanceof Error ? error.stack : String(error);
    this.logger.error(`Kennung ${reference}: ${place}`, stack);
  }
}

function problemDocument({ code, errors, facts, ...rest }: Refusal): string {
  return toJson({
    type: `/errors/${code}`,
    ...rest,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(errors.length > 0 && { errors }),
  });
}
