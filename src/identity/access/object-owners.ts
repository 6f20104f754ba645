import { Injectable } from '@nestjs/common';
import type { ObjectKind } from './access.types.js';

/** Whose an object is: ids of partners; several for a contract with several. Unknown object: none. */
export type FindOwners = (id: string) => Promise<readonly string[]>;

/** Who owns what: each module above tells it of its own objects when it is made. */
@Injectable()
export class ObjectOwners {
  private readonly finders = new Map<ObjectKind, FindOwners>();

  register(kind: ObjectKind, find: FindOwners): void {
    this.finders.set(kind, find);
  }

  /** @throws Error if no module has said whose objects of this kind are */
  async of(kind: ObjectKind, id: string): Promise<readonly string[]> {
    const find = this.finders.get(kind);
    if (find === undefined) throw new Error(`nobody says whose a ${kind} is`);
    return find(id);
  }
}
