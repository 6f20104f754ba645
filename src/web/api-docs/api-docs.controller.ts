import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiExcludeEndpoint } from '../../platform/http/api-description.js';
import { ASSETS_PREFIX, paths } from '../paths.js';
import { Assets } from '../shell/assets.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { API_TITLE, OpenApiSource } from './open-api.js';

const JSON_PATH = `${paths.apiDocs}/openapi.json`;

/** The API's description, for people and as OpenAPI; nothing of it comes from elsewhere. */
@Controller()
export class ApiDocsController {
  constructor(
    private readonly pages: Pages,
    private readonly assets: Assets,
    private readonly source: OpenApiSource,
  ) {}

  @Page(paths.apiDocs)
  show(): string {
    const { apiDocs } = this.assets;
    const head = { title: API_TITLE, subline: 'OpenAPI, Version 1', area: paths.apiDocs };
    return this.pages.render('api-docs', head, {
      json: JSON_PATH,
      css: ASSETS_PREFIX + apiDocs.css,
      reader: ASSETS_PREFIX + apiDocs.reader,
      start: ASSETS_PREFIX + apiDocs.start,
    });
  }

  @Get(JSON_PATH)
  @ApiExcludeEndpoint()
  openApi(): Promise<OpenAPIObject> {
    return this.source.read();
  }
}
