import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Acting } from '../../identity/identity.js';
import { TokenInvalid } from '../../identity/tokens/token.errors.js';
import { TokenAccess } from '../../identity/tokens/token-access.js';
import { WrongTokens } from '../../identity/tokens/wrong-tokens.js';
import { TooManyRequests } from '../errors/too-many-requests.js';
import { API_PREFIX } from '../paths.js';

const BEARER = /^Bearer +(\S+) *$/i;

/** Programs that ask with their key: below `/api/` only; a page never looks at one. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly tokens: TokenAccess,
    private readonly wrong: WrongTokens,
  ) {}

  /**
   * The program that asks; undefined if the request brings no key.
   * @throws TokenInvalid, TooManyRequests
   */
  async of(request: FastifyRequest, reply: FastifyReply): Promise<Acting | undefined> {
    const secret = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (secret === undefined || !request.url.startsWith(API_PREFIX)) return undefined;
    const { ip: address } = request;
    if (await this.wrong.isBlocked(address)) throw new TooManyRequests();
    const program = await this.tokens.acting(secret, address);
    if (program !== undefined) return program;
    await this.wrong.note(address);
    reply.header('www-authenticate', 'Bearer');
    throw new TokenInvalid({});
  }
}
