import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { ASSETS_PREFIX } from '../paths.js';
import { Assets } from './assets.js';
import { WebSettings } from './web-settings.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** Written beside the file by the build, best first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/**
 * Serves the built assets. Only names of the manifest are answered, so that no path can lead out
 * of the folder; a name carries the hash of its content, so browsers may keep the file for ever.
 */
@Controller()
export class AssetsController {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly assets: Assets,
    private readonly settings: WebSettings,
  ) {}

  @Get(`${ASSETS_PREFIX}*`)
  @ApiExcludeEndpoint()
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const name = (request.url.split('?')[0] ?? '').slice(ASSETS_PREFIX.length);
    if (!this.assets.files.has(name)) throw new NotFoundException();
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = ENCODINGS.find(
      (entry) => accepted.includes(entry.name) && this.assets.files.has(name + entry.suffix),
    );
    const content = await this.read(name + (encoding?.suffix ?? ''));
    if (encoding) reply.header('content-encoding', encoding.name);
    await reply
      .type(TYPES[extname(name)] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .header('x-no-compression', '1')
      .send(content);
  }

  private read(file: string): Promise<Buffer> {
    const content = this.kept.get(file) ?? readFile(join(this.settings.assetsDir, file));
    this.kept.set(file, content);
    return content;
  }
}
