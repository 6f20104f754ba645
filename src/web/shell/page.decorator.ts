import { applyDecorators, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';

/** A page for people: GET, HTML, checked anew at each visit, not part of the API's description. */
export function Page(path = ''): MethodDecorator {
  return applyDecorators(
    Get(path),
    Header('content-type', 'text/html; charset=utf-8'),
    Header('cache-control', 'private, no-cache'),
    ApiExcludeEndpoint(),
  );
}
