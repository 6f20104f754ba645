import type { Instant } from '../../domain/calendar/instant.js';
import type { Reader } from '../../platform/database/reader.js';
import { lockingClause } from '../../platform/database/typeorm-tx.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Role } from '../roles.rules.js';
import type { Act, ActKind, Standing, Subject } from './act.rules.js';

type Source = Pick<Reader, 'all'>;

interface ActLine {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly act: ActKind;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly role: Role | null;
  readonly at: Instant;
  readonly reason: string;
  readonly onePersonRule: string | null;
}

const COLUMNS = `a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.act as "act",
  a.actor as "actor", a.acting_for as "actingFor", a.role as "role", a.at as "at",
  a.reason as "reason", a.one_person_rule as "onePersonRule"`;

/** What was done to a case, in the order in which it was done. */
export async function actsOn(source: Source, { kind, id }: Subject): Promise<readonly Act[]> {
  const lines = await source.all<ActLine>(
    `select ${COLUMNS} from act a where a.subject_kind = ? and a.subject_id = ? order by a.id`,
    [kind, id],
  );
  return lines.map(toAct);
}

/** The case with its parts, and what it is part of. */
export async function standingOf(source: Source, subject: Subject): Promise<Standing> {
  const named = [subject.kind, subject.id];
  const parts = await source.all<{ kind: string; id: string }>(
    `select part_kind as "kind", part_id as "id" from act_part
     where subject_kind = ? and subject_id = ? order by part_kind, part_id`,
    named,
  );
  const ofParts = await source.all<ActLine>(
    `select ${COLUMNS} from act_part p
     join act a on a.subject_kind = p.part_kind and a.subject_id = p.part_id
     where p.subject_kind = ? and p.subject_id = ? order by a.id`,
    named,
  );
  const ofWholes = await source.all<ActLine>(
    `select ${COLUMNS} from act_part p
     join act a on a.subject_kind = p.subject_kind and a.subject_id = p.subject_id
     where p.part_kind = ? and p.part_id = ? order by a.id`,
    named,
  );
  return {
    acts: await actsOn(source, subject),
    parts: parts.map(({ kind, id }) =>
      ofParts.filter((a) => a.subjectKind === kind && a.subjectId === id).map(toAct),
    ),
    wholes: ofWholes.map(toAct),
  };
}

/** Nobody else acts on the case until the transaction ends; on SQLite there is one writer anyway. */
export async function holdCase(tx: Tx, { kind, id }: Subject): Promise<void> {
  const named = [kind, id];
  await tx.run('insert into act_subject (kind, id) values (?, ?) on conflict do nothing', named);
  const held = 'select 1 from act_subject where kind = ? and id = ?';
  await tx.all(held + lockingClause(tx), named);
}

function toAct({ actingFor, role, onePersonRule, act, actor, at, reason }: ActLine): Act {
  return {
    ...{ act, actor, at, reason },
    actingFor: actingFor ?? undefined,
    role: role ?? undefined,
    onePersonRule: onePersonRule ?? undefined,
  };
}
