import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AccessTable } from '../../identity/access/access-table.js';
import { describedApi } from '../../platform/http/api-description.js';

export const API_TITLE = 'Schnittstelle des Weiterleitungsbuchs';

const DESCRIPTION =
  'Dieselben Vorgänge und Rechte wie auf den Seiten. Beträge stehen als Dezimaltext ("1234.56"), ' +
  'Tage als ISO-Datum ("2023-03-15"). Ablehnungen sind Problemdokumente nach RFC 9457 mit ' +
  'deutschem Titel und Text. Die Rechner brauchen keine Anmeldung, denn sie speichern nichts.';

const KEY = 'zugangsschluessel';

const KEY_TEXT =
  'Programme senden „Authorization: Bearer wb_…“. Die Verwaltung legt den Schlüssel für eine Rolle ' +
  'und einen Zweck an; er gilt, sobald die Anordnung zugestimmt hat. Was nur ein Mensch ' +
  'darf, bleibt ihm versperrt. Wer angemeldet ist, braucht hier keinen.';

/** Holds the application, so that its description can be made at the first request for it. */
export class OpenApiSource {
  private document?: OpenAPIObject;
  private app?: INestApplication;

  describe(app: INestApplication): void {
    this.app = app;
  }

  /** The OpenAPI description of all JSON routes; pages are not part of it. */
  async read(): Promise<OpenAPIObject> {
    if (!this.app) throw new Error('the API is described once the application is configured');
    return (this.document ??= await documentOf(this.app));
  }
}

async function documentOf(app: INestApplication): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await describedApi();
  const config = new DocumentBuilder()
    .setTitle(API_TITLE)
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: KEY_TEXT }, KEY)
    .addSecurityRequirements(KEY)
    .build();
  const document = SwaggerModule.createDocument(app, config);
  openWithoutKey(document, app.get(AccessTable));
  return document;
}

/** The calculators hold no data: they ask nobody for a key. */
function openWithoutKey({ paths }: OpenAPIObject, table: AccessTable): void {
  for (const [path, item] of Object.entries(paths)) {
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1');
    const operations = { GET: item.get, POST: item.post, PUT: item.put, DELETE: item.delete };
    for (const [method, operation] of Object.entries(operations)) {
      if (operation && table.row(`${method} ${route}`)?.isOpen) operation.security = [];
    }
  }
}
