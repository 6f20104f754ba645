import { applyDecorators, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';

/** A page for people: GET, HTML, checked anew at each visit, not part of the API's description. */
export function Page(path = ''): MethodDecorator {
  return page(path, 'private, no-cache');
}

/** A page that no browser keeps: where people sign in or choose a password. */
export function UnkeptPage(path: string): MethodDecorator {
  return page(path, 'no-store');
}

function page(path: string, cacheControl: string): MethodDecorator {
  return applyDecorators(
    Get(path),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('cache-control', cacheControl),
    ApiExcludeEndpoint(),
  );
}
