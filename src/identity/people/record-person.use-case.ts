import { Injectable } from '@nestjs/common';
import { Book } from '../../platform/database/book.js';
import { commandOf, statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { addFact } from '../../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { givesOfficeRole } from '../account-changes/account-change.rules.js';
import { isPerson } from '../acting.js';
import { AskAccountChange } from '../account-changes/ask-account-change.js';
import { MailNotReserved, MailTaken, RolesApart } from '../identity.errors.js';
import { rolesTogether, type Role } from '../roles.rules.js';
import { isReservedMail } from './reserved-domains.rules.js';
import { PersonProfileRow, PersonRights, PersonRow, type PersonSource } from './person.entity.js';

/** Somebody who gets an account. */
export interface NewPerson {
  readonly name: string;
  readonly mail: string;
  readonly roles: readonly Role[];
  /** The organisation of a partner's people; absent for the office's own. */
  readonly partnerId?: string;
  readonly isLead?: boolean;
  readonly source?: PersonSource;
  readonly directorySubject?: string;
}

/** Gives somebody an account; how they sign in comes after. */
@Injectable()
export class RecordPersonUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly book: Book,
    private readonly asking: AskAccountChange,
  ) {}

  /**
   * @returns the person's id
   * @throws RolesApart, MailTaken, MailNotReserved in an example book, PeopleMixed
   */
  async execute(change: FactChange, person: NewPerson): Promise<string> {
    const command = commandOf('record person', change, person);
    return this.unitOfWork.once(command, (tx) => this.record(tx, change, person));
  }

  /**
   * The same inside of another command. Roles of the office that a person gives are in force once a
   * second administrator has agreed; until then the account has none.
   */
  async record(tx: Tx, change: FactChange, person: NewPerson): Promise<string> {
    const { name, roles, partnerId = null, isLead = false, source = 'local' } = person;
    const isPartner = roles.includes('partner');
    if (!rolesTogether(roles) || isPartner !== (partnerId !== null) || (isLead && !isPartner)) {
      throw new RolesApart({ roles: roles.join(', ') });
    }
    const mail = person.mail.trim().toLowerCase();
    if (this.book.kind === 'example' && !isReservedMail(mail)) throw new MailNotReserved({});
    const [taken] = await tx.all('select person_id from person_profile where mail = ?', [mail]);
    if (taken !== undefined) throw new MailTaken({});
    const id = this.ids.newId();
    const kind = this.book.kind === 'example' ? 'demo' : 'real';
    const recorded = { recordedAt: tx.at, recordedBy: change.by };
    await tx.repository(PersonRow).insert({ id, kind, source, ...recorded });
    const directorySubject = person.directorySubject ?? null;
    const profile = { personId: id, name: name.trim(), mail, directorySubject, erasedAt: null };
    await tx.repository(PersonProfileRow).insert(profile);
    const isWaiting = isPerson(change.by) && givesOfficeRole([], roles);
    const rights = { id, roles: isWaiting ? [] : roles, partnerId, isLead };
    const { revision } = await addFact(tx, PersonRights, rights, statementOf(change));
    if (isWaiting) {
      const asked = { kind: 'rights', personId: id, personRevision: revision, roles } as const;
      await this.asking.ask(tx, change, asked);
    }
    return id;
  }
}
