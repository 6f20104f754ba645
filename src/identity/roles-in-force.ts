import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { dayInGermany } from '../platform/clock/system-clock.js';
import type { Reader } from '../platform/database/reader.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { personIdOf } from './acting.js';
import { RightLacking } from './identity.errors.js';
import { rolesInForce, type RoleInForce } from './roles-in-force.rules.js';
import type { Role } from './roles.rules.js';

export type { RoleInForce } from './roles-in-force.rules.js';

interface Borrowed {
  readonly role: Role;
  readonly forPerson: string | null;
  /** JSON: what the represented person holds. */
  readonly held: string | null;
  readonly lentUntil: Instant | null;
}

const BORROWED = `
  select d.role as "role", d.for_person_id as "forPerson", r.roles as "held", null as "lentUntil"
  from deputy d join person_rights r on r.id = d.for_person_id and not r.withdrawn
  where d.person_id = ? and d.from_on <= ? and d.to_on >= ? and not d.withdrawn
    and d.agreed_by is not null
    and d.revision = (select max(n.revision) from deputy n where n.id = d.id)
    and r.revision = (select max(n.revision) from person_rights n where n.id = r.id)
  union all
  select l.role, null, null, l.ends_at from lent_role l
  where l.person_id = ? and l.starts_at <= ? and l.ends_at > ? and not l.withdrawn
    and l.revision = (select max(n.revision) from lent_role n where n.id = l.id)`;

const OWN = `
  select r.roles as "roles" from person_rights r where r.id = ? and not r.withdrawn
    and r.revision = (select max(n.revision) from person_rights n where n.id = r.id)`;

/** Which roles somebody has at a moment: their own, as a deputy, lent in an emergency. */
@Injectable()
export class RolesInForce {
  /** @param own the roles that stand in the person's account */
  async of(
    source: Pick<Reader, 'all'>,
    { id, roles: own }: { readonly id: string; readonly roles: readonly Role[] },
    at: Instant,
  ): Promise<readonly RoleInForce[]> {
    const today = dayInGermany(at);
    const rows = await source.all<Borrowed>(BORROWED, [id, today, today, id, at, at]);
    const deputised = rows.flatMap(({ role, forPerson, held }): readonly RoleInForce[] => {
      if (forPerson === null || !(JSON.parse(held ?? '[]') as Role[]).includes(role)) return [];
      return [{ role, actingFor: `person:${forPerson}` }];
    });
    const lent = rows.flatMap(({ role, lentUntil }) => (lentUntil ? [{ role, lentUntil }] : []));
    return rolesInForce(own, deputised, lent);
  }

  /** Of an actor, as the book says inside a transaction; a program and a closed account have none. */
  async ofActor(
    source: Pick<Reader, 'all'>,
    ref: string,
    at: Instant,
  ): Promise<readonly RoleInForce[]> {
    const id = personIdOf(ref);
    if (id === '') return [];
    const [rights] = await source.all<{ roles: string }>(OWN, [id]);
    if (rights === undefined) return [];
    return this.of(source, { id, roles: JSON.parse(rights.roles) as Role[] }, at);
  }

  /** By what an actor has a role at the moment of a command; undefined: they have it not. */
  async rightOf(tx: Tx, ref: string, role: Role): Promise<RoleInForce | undefined> {
    const inForce = await this.ofActor(tx, ref, tx.at);
    return inForce.find((each) => each.role === role);
  }

  /** The same of a role that is needed. @throws RightLacking */
  async needed(tx: Tx, ref: string, role: Role): Promise<RoleInForce> {
    const right = await this.rightOf(tx, ref, role);
    if (right === undefined) throw new RightLacking({ roles: role });
    return right;
  }
}
