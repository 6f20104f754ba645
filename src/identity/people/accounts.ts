import { Injectable } from '@nestjs/common';
import type { FactChange } from '../../platform/database/fact-change.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import { ensureSeen, holdFact, holdFacts } from '../../platform/database/revisions.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OneTimeLinks } from '../links/one-time-links.js';
import type { SessionEnd } from '../sessions/session.entity.js';
import { Sessions } from '../sessions/sessions.js';
import { LastAdministrator, OwnRights, UnknownPerson } from './people.errors.js';
import { PersonRights } from './person.entity.js';

/** Administrators whose account is open and who can sign in: others could not help. */
const OTHER_ADMINISTRATORS = `
  select person.id from person
  join person_rights rights on rights.id = person.id and rights.revision =
    (select max(newer.revision) from person_rights newer where newer.id = person.id)
  where person.id <> ? and not rights.withdrawn and rights.roles = '["administrator"]'
    and (person.kind = 'demo' or person.source = 'directory'
      or exists (select 1 from credential where credential.person_id = person.id))`;

/** What all changes of an account look at first, inside of their transaction. */
@Injectable()
export class Accounts {
  constructor(
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
  ) {}

  /**
   * The newest rights of a person, closed ones too; held until the transaction ends.
   * @throws UnknownPerson, StaleRevision
   */
  async held(tx: Tx, { expected }: FactChange, id: string): Promise<PersonRights> {
    await holdFact(tx, PersonRights, id);
    const [rights] = await latestRevisions(tx, PersonRights, { ids: [id], withWithdrawn: true });
    if (rights === undefined) throw new UnknownPerson({ id });
    ensureSeen(id, rights.revision, expected);
    return rights;
  }

  /**
   * As `held`, for a change of what somebody may: never of one's own, and not of the last one who
   * lets people in. Two who close each other at once wait for one another.
   *
   * @param remains whether the person is an administrator with an open account afterwards
   * @throws UnknownPerson, StaleRevision, OwnRights, LastAdministrator
   */
  async heldForRights(
    tx: Tx,
    change: FactChange,
    id: string,
    remains: (rights: PersonRights) => boolean,
  ): Promise<PersonRights> {
    const ever = await tx.all<{ id: string }>(
      `select distinct id from person_rights where roles = '["administrator"]'`,
    );
    const administrators = ever.map((row) => row.id);
    await holdFacts(tx, PersonRights, administrators);
    const rights = await this.held(tx, change, id);
    if (change.by === `person:${id}`) throw new OwnRights({});
    const isOne = !rights.withdrawn && rights.roles.includes('administrator');
    if (isOne && !remains(rights) && (await tx.all(OTHER_ADMINISTRATORS, [id])).length === 0) {
      throw new LastAdministrator({});
    }
    return rights;
  }

  /** Whoever is signed in with the account is out at once, and open links are good for nothing. */
  async cutOff(tx: Tx, id: string, because: SessionEnd): Promise<void> {
    await this.sessions.endAll(tx, id, because);
    await this.links.end(tx, id, 'revoked');
  }
}
