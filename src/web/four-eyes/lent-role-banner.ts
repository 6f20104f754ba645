import { Injectable } from '@nestjs/common';
import { LentRolesQueries } from '../../identity/break-glass/lent-roles.queries.js';
import { momentText } from '../messages/moment-text.js';
import { ROLE_NAMES } from '../shell/person.view.js';
import { PersonNames } from './person-names.js';

/** "Notzugang": red on the Übersicht, for as long as a role is lent. */
export interface LentRoleBannerView {
  readonly tone: 'danger';
  readonly role: 'alert';
  readonly title: string;
  /** Who, in which role, until when, why, and by whom. */
  readonly texts: readonly string[];
}

/** Tells everybody of the office that somebody acts in a role that is not theirs. */
@Injectable()
export class LentRoleBanner {
  constructor(
    private readonly lent: LentRolesQueries,
    private readonly names: PersonNames,
  ) {}

  /** Undefined while nothing is lent. */
  async view(): Promise<LentRoleBannerView | undefined> {
    const inForce = await this.lent.inForce();
    if (inForce.length === 0) return undefined;
    const nameOf = await this.names.all();
    const texts = inForce.map(({ personId, role, endsAt, reason, askedBy, agreedBy }) => {
      const [who, asking, agreeing] = [personId, askedBy, agreedBy ?? ''].map((id) =>
        nameOf(`person:${id}`),
      );
      const until = endsAt === null ? '' : ` Endet ${momentText(endsAt)}.`;
      return `${who} hat die Rolle ${ROLE_NAMES[role]}.${until} Grund: ${reason}. Geliehen von ${asking} und ${agreeing}.`;
    });
    return { tone: 'danger', role: 'alert', title: 'Notzugang in Kraft', texts };
  }
}
