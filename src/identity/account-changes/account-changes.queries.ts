import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { UnknownFact } from '../../platform/database/database.errors.js';
import { Reader } from '../../platform/database/reader.js';
import type { Role } from '../roles.rules.js';
import type { AccountChangeKind } from './account-change.entity.js';

export type { AccountChangeKind } from './account-change.entity.js';

/** "Änderung an einem Konto", asked for by one administrator: as a page tells it. */
export interface AccountChange {
  readonly id: string;
  readonly kind: AccountChangeKind;
  readonly personId: string;
  readonly roles: readonly Role[] | undefined;
  /** Only while it waits. */
  readonly profile: { readonly name: string; readonly mail: string } | undefined;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly agreedBy: string | undefined;
  /** When it was agreed to, declined or taken back. */
  readonly settledAt: Instant | undefined;
  /** Who said so: `person:…` */
  readonly settledBy: string | undefined;
  /** `overtaken`: the account has changed since, it has to be asked for again. */
  readonly state: 'asked' | 'overtaken' | 'agreed' | 'declined';
  /** Whether the account's person has chosen a password. */
  readonly hasBegun: boolean;
}

interface ChangeLine {
  readonly id: string;
  readonly kind: AccountChangeKind;
  readonly personId: string;
  readonly roles: string | null;
  readonly name: string | null;
  readonly mail: string | null;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly reason: string;
  readonly agreedBy: string | null;
  readonly at: Instant;
  readonly by: string;
  readonly withdrawn: boolean | number;
  readonly isFresh: boolean | number;
  readonly hasBegun: boolean | number;
}

const CHANGES = `
  select c.id as "id", c.kind as "kind", c.person_id as "personId", c.roles as "roles",
    p.name as "name", p.mail as "mail", c.asked_by as "askedBy", f.recorded_at as "askedAt",
    f.reason as "reason", c.agreed_by as "agreedBy", c.recorded_at as "at", c.recorded_by as "by",
    c.withdrawn as "withdrawn",
    c.person_revision = (select max(r.revision) from person_rights r where r.id = c.person_id) as "isFresh",
    exists (select 1 from credential k where k.person_id = c.person_id) as "hasBegun"
  from account_change c join account_change f on f.id = c.id and f.revision = 1
  left join account_change_profile p on p.change_id = c.id
  where c.revision = (select max(n.revision) from account_change n where n.id = c.id)`;

/** What administrators asked each other to agree to. */
@Injectable()
export class AccountChangesQueries {
  constructor(private readonly reader: Reader) {}

  /** What waits for a second administrator, the oldest first. */
  async waiting(): Promise<readonly AccountChange[]> {
    const open = await this.found('and not c.withdrawn and c.agreed_by is null', []);
    return open.filter(({ state }) => state === 'asked');
  }

  /** What waits for one account. */
  async waitingFor(personId: string): Promise<readonly AccountChange[]> {
    const all = await this.found('and c.person_id = ? and c.agreed_by is null', [personId]);
    return all.filter(({ state }) => state === 'asked');
  }

  /** What was agreed to from one instant on, before another. */
  async agreed(from: string, until: string): Promise<readonly AccountChange[]> {
    const span = 'and c.agreed_by is not null and c.recorded_at >= ? and c.recorded_at < ?';
    return this.found(span, [from, until]);
  }

  /** @throws UnknownFact */
  async change(id: string): Promise<AccountChange> {
    const [change] = await this.found('and c.id = ?', [id]);
    if (change === undefined) throw new UnknownFact({ id });
    return change;
  }

  private async found(rest: string, values: readonly string[]): Promise<readonly AccountChange[]> {
    const rows = await this.reader.all<ChangeLine>(`${CHANGES} ${rest} order by c.id`, values);
    return rows.map(changeOf);
  }
}

function changeOf({ roles, name, mail, at, by, withdrawn, isFresh, ...line }: ChangeLine) {
  const state = stateOf(line.agreedBy, Boolean(withdrawn), Boolean(isFresh));
  const isSettled = state === 'agreed' || state === 'declined';
  return {
    ...line,
    roles: roles === null ? undefined : (JSON.parse(roles) as Role[]),
    profile: name === null || mail === null ? undefined : { name, mail },
    agreedBy: line.agreedBy ?? undefined,
    hasBegun: Boolean(line.hasBegun),
    settledAt: isSettled ? at : undefined,
    settledBy: isSettled ? by : undefined,
    state,
  };
}

function stateOf(
  agreedBy: string | null,
  isWithdrawn: boolean,
  isFresh: boolean,
): AccountChange['state'] {
  if (isWithdrawn) return 'declined';
  if (agreedBy !== null) return 'agreed';
  return isFresh ? 'asked' : 'overtaken';
}
