import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { Reader } from '../../platform/database/reader.js';
import { LentRolesQueries } from '../break-glass/lent-roles.queries.js';
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

/** Roles that were lent, and cases that one person certified and ordered by a written rule. */
@Injectable()
export class PeopleExceptions implements ExceptionSource {
  readonly kinds = ['break-glass', 'one-person-rule'];

  constructor(
    exceptions: Exceptions,
    private readonly lentRoles: LentRolesQueries,
  ) {
    exceptions.register(this);
  }

  async find(reader: Pick<Reader, 'all'>, year: number): Promise<readonly RuleException[]> {
    return [...(await this.lent(year)), ...(await onePersonActs(reader, year))];
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
