import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/reader.js';

/** A partner as far as people belong to one. */
export interface Organisation {
  readonly id: string;
  /** "Stadt Lünen" */
  readonly name: string;
}

/** Lists the partners; asked inside transactions, too. */
export type FindOrganisations = (source: Pick<Reader, 'all'>) => Promise<readonly Organisation[]>;

/** The organisations that people may belong to; the module of partners tells them. */
@Injectable()
export class Organisations {
  private find: FindOrganisations = () => Promise.resolve([]);

  register(find: FindOrganisations): void {
    this.find = find;
  }

  all(source: Pick<Reader, 'all'>): Promise<readonly Organisation[]> {
    return this.find(source);
  }
}
