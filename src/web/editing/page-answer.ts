import { applyDecorators, Header, Post } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';

/** What a page of a form answers: another address to go to, or itself. */
export type PageAnswer =
  { readonly goTo: string } | { readonly html: string; readonly status?: number };

/** Sends an answer; after a POST the browser asks for the next page with GET. */
export async function sendAnswer(reply: FastifyReply, answer: PageAnswer): Promise<void> {
  if ('goTo' in answer) await reply.redirect(answer.goTo, 303);
  else {
    const { html, status = 200 } = answer;
    await reply.status(status).type('text/html; charset=utf-8').send(html);
  }
}

/** The target of a form, not part of the API's description. Its page is never kept by a browser. */
export function FormTarget(path: string): MethodDecorator {
  return applyDecorators(Post(path), Header('cache-control', 'no-store'), ApiExcludeEndpoint());
}
