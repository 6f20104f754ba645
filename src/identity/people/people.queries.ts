import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Reader } from '../../platform/database/reader.js';
import type { Role } from '../roles.rules.js';
import type { PersonKind, PersonSource } from './person.entity.js';

/** Somebody with an account, as they stand today. */
export interface Person {
  readonly id: string;
  readonly kind: PersonKind;
  readonly source: PersonSource;
  /** "(gelöscht)" once erased. */
  readonly name: string;
  readonly mail: string | undefined;
  readonly roles: readonly Role[];
  readonly partnerId: string | undefined;
  readonly isLead: boolean;
  /** A closed account signs in no more; what it did stays. */
  readonly isClosed: boolean;
  /** Of the rights; the ETag of an account. */
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** Somebody as pages name them. */
export type NamedPerson = Pick<Person, 'id' | 'name' | 'partnerId'>;

interface PersonLine {
  readonly id: string;
  readonly kind: PersonKind;
  readonly source: PersonSource;
  readonly name: string;
  readonly mail: string | null;
  readonly roles: string;
  readonly partnerId: string | null;
  readonly isLead: boolean | number;
  readonly isClosed: boolean | number;
  readonly revision: number;
  readonly recordedAt: Instant;
}

const PEOPLE = `
  select person.id as "id", person.kind as "kind", person.source as "source",
    person.recorded_at as "recordedAt", profile.name as "name", profile.mail as "mail",
    rights.roles as "roles", rights.partner_id as "partnerId", rights.is_lead as "isLead",
    rights.withdrawn as "isClosed", rights.revision as "revision"
  from person
  join person_profile profile on profile.person_id = person.id
  join person_rights rights on rights.id = person.id and rights.revision =
    (select max(newer.revision) from person_rights newer where newer.id = person.id)`;

type NamedLine = Pick<PersonLine, 'id' | 'name' | 'partnerId'>;

const NAMES = `
  select profile.person_id as "id", profile.name as "name", rights.partner_id as "partnerId"
  from person_profile profile
  join person_rights rights on rights.id = profile.person_id and rights.revision =
    (select max(newer.revision) from person_rights newer where newer.id = profile.person_id)`;

/** Who has an account, and which roles. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly reader: Reader) {}

  /** In the order of their roles' recording. */
  async all(): Promise<readonly Person[]> {
    return this.found('order by person.id', []);
  }

  async person(id: string): Promise<Person | undefined> {
    return (await this.found('where person.id = ?', [id]))[0];
  }

  /** @param mail in any case */
  async byMail(mail: string): Promise<Person | undefined> {
    return (await this.found('where profile.mail = ?', [mail.trim().toLowerCase()]))[0];
  }

  /** The people of an organisation. */
  async ofPartner(partnerId: string): Promise<readonly Person[]> {
    return this.found('where rights.partner_id = ? order by person.id', [partnerId]);
  }

  /** Everybody, also those whose account is closed: what they did stays. */
  async names(): Promise<readonly NamedPerson[]> {
    const rows = await this.reader.all<NamedLine>(NAMES);
    return rows.map(({ partnerId, ...person }) => ({
      ...person,
      partnerId: partnerId ?? undefined,
    }));
  }

  private async found(rest: string, parameters: readonly string[]): Promise<readonly Person[]> {
    const rows = await this.reader.all<PersonLine>(`${PEOPLE} ${rest}`, parameters);
    return rows.map((row) => ({
      ...row,
      mail: row.mail ?? undefined,
      roles: JSON.parse(row.roles) as Role[],
      partnerId: row.partnerId ?? undefined,
      isLead: Boolean(row.isLead),
      isClosed: Boolean(row.isClosed),
    }));
  }
}
