import type { FastifyRequest } from 'fastify';

/**
 * Where the inviter reached the service: good for a link that they are shown themselves, never for
 * one that leaves by mail, as a request says of itself what it likes.
 */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return `${protocol}://${host}`;
}
