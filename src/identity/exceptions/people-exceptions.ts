import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Reader } from '../../platform/database/reader.js';
import {
  AccountChangesQueries,
  type AccountChangeKind,
} from '../account-changes/account-changes.queries.js';
import { LentRolesQueries } from '../break-glass/lent-roles.queries.js';
import { DeputiesQueries } from '../deputies/deputies.queries.js';
import { Exceptions, type ExceptionSource, type RuleException } from './exceptions.js';
import { isInYear, spanOfYear } from './year-span.js';

interface OnePersonAct {
  readonly kind: string;
  readonly id: string;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string;
  readonly rule: string;
}

/** Roles that were lent or given to deputies, and cases that one person certified and ordered by a written rule. */
@Injectable()
export class PeopleExceptions implements ExceptionSource {
  readonly kinds = [
    ...['break-glass', 'deputy-by-office', 'account-access', 'console-rights'],
    'one-person-rule',
  ];

  constructor(
    exceptions: Exceptions,
    private readonly lentRoles: LentRolesQueries,
    private readonly changes: AccountChangesQueries,
    private readonly deputies: DeputiesQueries,
  ) {
    exceptions.register(this);
  }

  async find(reader: Pick<Reader, 'all'>, year: number): Promise<readonly RuleException[]> {
    return [
      ...(await this.lent(year)),
      ...(await this.deputised(year)),
      ...(await this.access(year)),
      ...(await consoleRights(reader, year)),
      ...(await onePersonActs(reader, year)),
    ];
  }

  /** What was agreed to; what was only asked for has lent nobody anything. */
  private async lent(year: number): Promise<readonly RuleException[]> {
    const roles = await this.lentRoles.all();
    return roles.flatMap(({ id, personId, role, hours, askedBy, reason, agreedBy, startsAt }) => {
      if (startsAt === null || agreedBy === null || !isInYear(startsAt, year)) return [];
      return [
        {
          ...{ kind: 'break-glass', on: dayInGermany(startsAt), by: `person:${askedBy}`, reason },
          agreedBy: [`person:${agreedBy}`],
          object: { kind: 'lent-role', id },
          facts: { person: `person:${personId}`, role, hours },
        },
      ];
    });
  }

  /** Somebody got a role as a deputy, and the represented person did not say so. */
  private async deputised(year: number): Promise<readonly RuleException[]> {
    const deputies = await this.deputies.byOffice(...spanOfYear(year));
    return deputies
      .filter(({ statedAt }) => isInYear(statedAt, year))
      .map(({ id, personId, forPersonId, role, askedBy, agreedBy, statedAt, reason }) => ({
        ...{ kind: 'deputy-by-office', on: dayInGermany(statedAt), by: askedBy, reason },
        ...(agreedBy !== undefined && { agreedBy: [agreedBy] }),
        object: { kind: 'deputy', id },
        facts: { person: `person:${personId}`, forPerson: `person:${forPersonId}`, role },
      }));
  }

  /** Two administrators let somebody into an account anew: link, second factor, mail address. */
  private async access(year: number): Promise<readonly RuleException[]> {
    const changes = await this.changes.agreed(...spanOfYear(year));
    return changes.flatMap(({ kind, personId, askedBy, agreedBy, settledAt, reason }) => {
      if (!LETS_IN.includes(kind) || settledAt === undefined || agreedBy === undefined) return [];
      if (!isInYear(settledAt, year)) return [];
      return [
        {
          ...{ kind: 'account-access', on: dayInGermany(settledAt), by: `person:${askedBy}` },
          ...{ agreedBy: [`person:${agreedBy}`], reason },
          object: { kind: 'person', id: personId },
          facts: { change: kind },
        },
      ];
    });
  }
}

/** To give rights with two is the rule; to get into an account that is somebody's is the exception. */
const LETS_IN: readonly AccountChangeKind[] = ['link', 'factor', 'profile'];

interface GivenAtConsole {
  readonly id: string;
  readonly roles: string;
  readonly at: Instant;
  readonly reason: string;
}

/** Rights that whoever runs the machine gave: no second administrator agreed to them. */
async function consoleRights(
  reader: Pick<Reader, 'all'>,
  year: number,
): Promise<readonly RuleException[]> {
  const given = await reader.all<GivenAtConsole>(
    `select r.id as "id", r.roles as "roles", r.recorded_at as "at", r.reason as "reason"
     from person_rights r where r.recorded_by = 'system:console' and not r.withdrawn
       and r.partner_id is null and r.recorded_at >= ? and r.recorded_at < ? order by r.id, r.revision`,
    spanOfYear(year),
  );
  return given
    .filter(({ at }) => isInYear(at, year))
    .map(({ id, roles, at, reason }) => ({
      ...{ kind: 'console-rights', on: dayInGermany(at), by: 'system:console', reason },
      object: { kind: 'person', id },
      facts: { roles: (JSON.parse(roles) as string[]).join(',') },
    }));
}

async function onePersonActs(
  reader: Pick<Reader, 'all'>,
  year: number,
): Promise<readonly RuleException[]> {
  const acts = await reader.all<OnePersonAct>(
    `select a.subject_kind as "kind", a.subject_id as "id", a.actor as "actor", a.at as "at",
       a.reason as "reason", a.one_person_rule as "rule"
     from act a where a.one_person_rule is not null and a.at >= ? and a.at < ? order by a.id`,
    spanOfYear(year),
  );
  return acts
    .filter(({ at }) => isInYear(at, year))
    .map(({ kind, id, actor, at, reason, rule }) => ({
      ...{ kind: 'one-person-rule', on: dayInGermany(at), by: actor, reason },
      object: { kind, id },
      facts: { rule },
    }));
}
