import { Injectable } from '@nestjs/common';
import type { Flag } from './flag.js';
import { OverviewQueries, type OverviewScope } from './overview.queries.js';

export { FLAG_CODES } from './flag.js';
export type { Flag, FlagCode, FlagSubject } from './flag.js';

/** "Hinweise": what in a year needs attention, for all or for one contract or post. */
@Injectable()
export class FlagsQueries {
  constructor(private readonly overview: OverviewQueries) {}

  async flags(scope: OverviewScope): Promise<readonly Flag[]> {
    return (await this.overview.overview(scope)).flags;
  }

  /** Those about a thing itself, and about its parts. */
  async flagsAbout(scope: OverviewScope, id: string): Promise<readonly Flag[]> {
    const flags = await this.flags(scope);
    return flags.filter(({ subject }) => subject.id === id || subject.parent === id);
  }
}
