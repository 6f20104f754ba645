import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FILE_BYTES_MAX } from '../documents/documents.js';
import { addAccessHooks } from './access/access-hooks.js';
import { addAuditHooks } from './access/audit-hooks.js';
import { RouteList } from './access/route-list.js';
import { AccessTable } from '../identity/access/access-table.js';
import { AppConfig } from '../platform/config/app-config.js';
import { OpenApiSource } from './api-docs/open-api.js';
import { ErrorFilter } from './errors/error.filter.js';
import { CrossSite, isFormForApi, isFromElsewhere, NoJson } from './errors/cross-site.js';
import { TooManyRequests } from './errors/too-many-requests.js';
import { validationPipe } from './errors/validation.pipe.js';
import { contentSecurityPolicy } from './shell/content-security-policy.js';
import { Pages } from './shell/pages.js';
import { PATH_PART_LENGTH_MAX, readableAddress } from './shell/readable-address.js';
import { WebSettings } from './shell/web-settings.js';

const BODY_LIMIT_BYTES = 1_048_576;
const FORM_FIELDS_MAX = 50;
const FIELD_BYTES_MAX = 100_000;
/** So long browsers ask encrypted only, once the office has said that people do. */
const YEAR_SECONDS = 31_536_000;
const COMPRESS_FROM_BYTES = 2048;
/** Pages are made per request: a third larger than the best, at a fraction of the time. */
const QUICK_COMPRESSION = 2;

/**
 * The server below the pages and the API, with its limits of size.
 *
 * @param trustedProxy whose word on where a request comes from is taken
 */
export function httpAdapter(trustedProxy: readonly string[] = []): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustedProxy.length > 0 && [...trustedProxy],
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: PATH_PART_LENGTH_MAX },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
  });
}

/**
 * Makes a bare application ours: headers, limits, the one error filter, the description
 * of the API. Called once, before the application listens.
 */
export async function configureHttpApp(app: NestFastifyApplication): Promise<void> {
  const settings = app.get(WebSettings);
  const routes = RouteList.of(app);
  await registerPlugins(app, settings);
  app.useGlobalFilters(new ErrorFilter(app.get(Pages)));
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  app.get(OpenApiSource).describe(app);
  await app.init();
  routes.ensureRights(app.get(AccessTable));
}

async function registerPlugins(app: NestFastifyApplication, settings: WebSettings): Promise<void> {
  const isEncrypted = app.get(AppConfig).publicUrl?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: isEncrypted && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    // With "no-referrer" a browser hides the origin of our own forms, too.
    referrerPolicy: { policy: 'same-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      reply.header('content-security-policy', contentSecurityPolicy(request.url));
      if (isFromElsewhere(request)) done(new CrossSite());
      else if (isFormForApi(request)) done(new NoJson());
      else done();
    });
  await app.register(cookie);
  addAccessHooks(app);
  addAuditHooks(app);
  if (settings.rateLimitPerMinute > 0) {
    await app.register(rateLimit, {
      max: settings.rateLimitPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: () => new TooManyRequests(),
    });
  }
  await app.register(multipart, {
    limits: {
      fileSize: FILE_BYTES_MAX,
      files: 1,
      fields: FORM_FIELDS_MAX,
      fieldSize: FIELD_BYTES_MAX,
    },
  });
  await app.register(compress, {
    encodings: ['gzip'],
    threshold: COMPRESS_FROM_BYTES,
    zlibOptions: { level: QUICK_COMPRESSION },
  });
}
