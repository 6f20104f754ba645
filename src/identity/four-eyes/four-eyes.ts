import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { AppConfig } from '../../platform/config/app-config.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { isPerson } from '../acting.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { RolesInForce, type RoleInForce } from '../roles-in-force.js';
import { ActPartRow, ActRow } from './act.entity.js';
import {
  ACT_RULES,
  ensureMayAct,
  type Act,
  type ActKind,
  type JudgingAct,
  type Subject,
} from './act.rules.js';
import { actsOn, holdCase, standingOf } from './acts.js';
import { ActComplete, NotAPerson, SamePerson } from './four-eyes.errors.js';

export { ACT_RULES } from './act.rules.js';
export type { Act, ActKind, JudgingAct, Subject } from './act.rules.js';

/** Who acts and why; a `FactChange` says it too. */
export interface ActStatement {
  /** `person:…`; only entering takes `token:…` and `system:…`. */
  readonly by: string;
  readonly reason: string;
}

interface EnteredStatement extends ActStatement {
  /** When, where that was written down before; absent: now. */
  readonly at?: Instant | undefined;
}

/**
 * "Vier Augen" (R31): entered, certified, ordered, released, countersigned and consented are acts
 * of different people. Identity is the person: who has two roles, or stands in for somebody, stays
 * the same. The roles are those in force at the moment of the act, whatever the session says; the
 * database refuses the same once more.
 *
 * @see § 31, § 32 KomHVO NRW
 */
@Injectable()
export class FourEyes {
  constructor(
    private readonly ids: Ids,
    private readonly roles: RolesInForce,
    private readonly config: AppConfig,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * "Erfasst": who made the case what it is; several may have. Again by the same: nothing happens.
   * @throws ActComplete once somebody has judged it: what is changed then is a case of its own
   */
  async entered(tx: Tx, subject: Subject, { by, reason, at }: EnteredStatement): Promise<void> {
    await holdCase(tx, subject);
    const acts = await actsOn(tx, subject);
    if (acts.some(({ act, actor }) => act === 'entered' && actor === by)) return;
    const judged = acts.find(({ act }) => act !== 'entered');
    if (judged?.actor === by) {
      throw new SamePerson({ act: 'entered', earlier: judged.act, at: judged.at });
    }
    if (judged !== undefined) throw new ActComplete({ act: 'entered' });
    await this.write(tx, subject, { act: 'entered', by, reason, at });
  }

  /** "Sachlich und rechnerisch richtig": an approver. @throws as `judge` */
  certify(tx: Tx, subject: Subject, statement: ActStatement): Promise<void> {
    return this.judge(tx, 'certified', subject, statement);
  }

  /**
   * "Angeordnet": an approver, another than certified it unless the office's written rule
   * (`ONE_PERSON_RULE`) allows one; the act then keeps the rule. @throws as `judge`
   */
  order(tx: Tx, subject: Subject, statement: ActStatement): Promise<void> {
    return this.judge(tx, 'ordered', subject, statement);
  }

  /** "Freigegeben": two of the treasury, one after the other. @throws as `judge` */
  release(tx: Tx, subject: Subject, statement: ActStatement): Promise<void> {
    return this.judge(tx, 'released', subject, statement);
  }

  /** "Gegengezeichnet": two approvers, one after the other. @throws as `judge` */
  countersign(tx: Tx, subject: Subject, statement: ActStatement): Promise<void> {
    return this.judge(tx, 'countersigned', subject, statement);
  }

  /** "Zugestimmt": an approver. @throws as `judge` */
  consent(tx: Tx, subject: Subject, statement: ActStatement): Promise<void> {
    return this.judge(tx, 'consented', subject, statement);
  }

  /** What a case is made up of, said before anybody judges it: a payment file and its requests. */
  async contains(tx: Tx, whole: Subject, parts: readonly Subject[]): Promise<void> {
    const [subjectKind, subjectId] = [whole.kind, whole.id];
    const rows = parts.map(({ kind, id }) => ({
      ...{ subjectKind, subjectId, partKind: kind, partId: id },
    }));
    await tx.repository(ActPartRow).insert(rows);
  }

  /** What was done to a case, the earliest first. */
  acts(source: Pick<Reader, 'all'>, subject: Subject): Promise<readonly Act[]> {
    return actsOn(source, subject);
  }

  /**
   * @throws NotAPerson, RightLacking (roles: who may), SamePerson, ActRepeated, ActComplete, ActNotDue
   */
  private async judge(
    tx: Tx,
    act: JudgingAct,
    subject: Subject,
    { by, reason }: ActStatement,
  ): Promise<void> {
    if (!isPerson(by)) throw new NotAPerson({ act });
    await holdCase(tx, subject);
    const right = await this.roles.needed(tx, by, ACT_RULES[act].role);
    const { onePersonRule } = this.config;
    const standing = await standingOf(tx, subject);
    ensureMayAct({ act, by, onePersonRule }, standing);
    const isAlone = standing.acts.some(({ actor }) => actor === by);
    await this.write(tx, subject, {
      ...{ act, by, reason, right },
      ...(isAlone && act === 'ordered' && { onePersonRule }),
    });
  }

  private async write(tx: Tx, { kind, id }: Subject, done: NewAct): Promise<void> {
    const { act, by, reason, at, right, onePersonRule = null } = done;
    assert(id !== '' && kind !== '', 'an act is about something');
    await tx.repository(ActRow).insert({
      ...{ id: this.ids.newId(), subjectKind: kind, subjectId: id, act, actor: by },
      ...{ role: right?.role ?? null, actingFor: right?.actingFor ?? null },
      ...{ at: at ?? tx.at, reason, onePersonRule },
    });
    if (act === 'entered') return; // what was entered is told by itself
    const changes = right?.actingFor ? [{ field: 'actingFor', new: right.actingFor }] : [];
    this.audit.record(tx, { action: act, object: { kind, id }, by, reason, changes });
  }
}

interface NewAct extends EnteredStatement {
  readonly act: ActKind;
  readonly right?: RoleInForce;
  readonly onePersonRule?: string | undefined;
}
