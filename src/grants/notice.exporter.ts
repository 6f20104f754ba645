import { Injectable } from '@nestjs/common';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import type { DefinitionExporter } from '../programmes/definition-import.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { readNotices } from './notice.reading.js';

/** Writes the notices of the book back as definitions. */
@Injectable()
export class NoticeExporter implements DefinitionExporter<'notice'> {
  readonly kind = 'notice';

  async export(source: RevisionSource): Promise<readonly NoticeDefinition[]> {
    return (await readNotices(source)).map(({ fact }) => fact);
  }
}
