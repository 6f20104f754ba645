import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { revisionsOf } from '../../platform/database/revision-queries.js';
import { AccountLocks, type AccountLock } from '../attempts/account-locks.js';
import type { Role } from '../roles.rules.js';
import { UnknownPerson } from './people.errors.js';
import { PeopleQueries, type Person } from './people.queries.js';
import { PersonRights } from './person.entity.js';

/** How far an account has come: its person can sign in, has not begun, is out, or is forgotten. */
export type AccountStanding = 'active' | 'invited' | 'closed' | 'erased';

/** An account as those see it who keep it. */
export interface Account extends Person {
  readonly standing: AccountStanding;
  /** When its person last did anything; undefined: never. */
  readonly seenAt: Instant | undefined;
  /** Until when the newest link is good that was not used. */
  readonly linkUntil: Instant | undefined;
  /** Whether its person has chosen a password. */
  readonly hasBegun: boolean;
  readonly hasSecondFactor: boolean;
  /** Too many attempts: nobody gets in with it for a while. */
  readonly lock: AccountLock | undefined;
}

/** A step in the history of an account. */
export interface AccountStep {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly kind: 'made' | 'rights' | 'profile' | 'closed' | 'reopened' | 'erased';
  readonly roles: readonly Role[];
  readonly isLead: boolean;
}

/** A session that has not ended by itself or by somebody. */
export interface OpenSession {
  readonly startedAt: Instant;
  readonly seenAt: Instant;
  readonly address: string;
  readonly browser: string;
}

interface Traces {
  readonly id: string;
  readonly hasCredential: boolean | number;
  readonly hasFactor: boolean | number;
  readonly seenAt: Instant | null;
  readonly linkUntil: Instant | null;
  readonly erasedAt: Instant | null;
}

const TRACES = `
  select person.id as "id", profile.erased_at as "erasedAt",
    exists (select 1 from credential where credential.person_id = person.id) as "hasCredential",
    exists (select 1 from second_factor factor where factor.person_id = person.id
      and factor.confirmed_at is not null) as "hasFactor",
    (select max(session.seen_at) from session where session.person_id = person.id) as "seenAt",
    (select max(link.until) from one_time_link link where link.person_id = person.id
      and link.ended_at is null and link.until > ?) as "linkUntil"
  from person join person_profile profile on profile.person_id = person.id`;

/** Accounts with what they left behind: who has begun, who was here, what is open. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly reader: Reader,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
    private readonly locks: AccountLocks,
  ) {}

  /** All, by name. */
  async all(): Promise<readonly Account[]> {
    return this.completed(await this.people.all());
  }

  /** The people of an organisation, by name. */
  async ofPartner(partnerId: string): Promise<readonly Account[]> {
    return this.completed(await this.people.ofPartner(partnerId));
  }

  /** @throws UnknownPerson */
  async account(id: string): Promise<Account> {
    const person = await this.people.person(id);
    const [account] = person === undefined ? [] : await this.completed([person]);
    if (account === undefined) throw new UnknownPerson({ id });
    return account;
  }

  /** Made, changed, closed: the newest first. */
  async history(id: string): Promise<readonly AccountStep[]> {
    const rows = await revisionsOf(this.reader, PersonRights, id);
    return rows
      .map(({ recordedAt: at, recordedBy: by, reason, roles, isLead, ...row }, index) => {
        const kind = stepKind({ roles, isLead, ...row }, rows[index - 1]);
        return { at, by, reason, kind, roles, isLead };
      })
      .toReversed();
  }

  /** The sessions of a person that nobody ended; those that are over by time among them. */
  async sessions(id: string): Promise<readonly OpenSession[]> {
    return this.reader.all<OpenSession>(
      `select started_at as "startedAt", seen_at as "seenAt", address as "address",
         browser as "browser" from session where person_id = ? and ended_at is null
       order by seen_at desc limit 20`,
      [id],
    );
  }

  private async completed(people: readonly Person[]): Promise<readonly Account[]> {
    const rows = await this.reader.all<Traces>(TRACES, [this.clock.now()]);
    const traces = new Map(rows.map((row) => [row.id, row]));
    const locks = await this.locks.of(people);
    return people
      .map((person) => ({
        ...accountOf(person, traces.get(person.id)),
        lock: locks.get(person.id),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  }
}

function accountOf(person: Person, traces: Traces | undefined): Omit<Account, 'lock'> {
  const { hasCredential, hasFactor, seenAt, linkUntil, erasedAt } = traces ?? {};
  const hasBegun = Boolean(hasCredential) || (seenAt ?? null) !== null;
  const open = hasBegun || person.source === 'directory' ? 'active' : 'invited';
  const closed = (erasedAt ?? null) === null ? 'closed' : 'erased';
  return {
    ...person,
    standing: person.isClosed ? closed : open,
    seenAt: seenAt ?? undefined,
    linkUntil: linkUntil ?? undefined,
    hasBegun: Boolean(hasCredential),
    hasSecondFactor: Boolean(hasFactor),
  };
}

type Rights = Pick<PersonRights, 'withdrawn' | 'roles' | 'isLead'>;

function stepKind(now: Rights, before: Rights | undefined): AccountStep['kind'] {
  if (before === undefined) return 'made';
  if (now.withdrawn) return before.withdrawn ? 'erased' : 'closed';
  if (before.withdrawn) return 'reopened';
  const isSame = now.isLead === before.isLead && now.roles.join() === before.roles.join();
  return isSame ? 'profile' : 'rights';
}
