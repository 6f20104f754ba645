import { Injectable } from '@nestjs/common';
import {
  ProposeAccountChangeUseCase,
  type WantedChange,
} from '../../identity/account-changes/propose-account-change.use-case.js';
import {
  givesOfficeRole,
  isSomebodys,
} from '../../identity/account-changes/account-change.rules.js';
import { LinkMails } from '../../identity/links/link-mails.js';
import type { Account } from '../../identity/people/account.queries.js';
import { ChangeRightsUseCase } from '../../identity/people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../../identity/people/close-account.use-case.js';
import { CorrectProfileUseCase } from '../../identity/people/correct-profile.use-case.js';
import { InvitePersonUseCase } from '../../identity/people/invite-person.use-case.js';
import type { FactChange } from '../../platform/database/fact-change.js';
import { paths } from '../paths.js';
import { WebSettings } from '../shell/web-settings.js';
import { mailField, NAME, rolesField } from './account.fields.js';
import {
  accountStep,
  isOpen,
  SIGNED_OUT,
  type AccountStep,
  type StepResult,
} from './account-steps.js';

/** Said before each step that one administrator alone could use to act as somebody else. */
const BY_TWO =
  'Das geschieht erst, wenn eine andere Person der Verwaltung es bestätigt. Die betroffene Person erfährt davon.';
const SURE = 'Vergewissern Sie sich, dass wirklich diese Person darum bittet.';
const ASK = 'Zur Bestätigung geben';

/** Steps with which somebody could get into an account: alone only where it is nobody's yet. */
@Injectable()
export class AccessSteps {
  constructor(
    private readonly proposing: ProposeAccountChangeUseCase,
    private readonly rights: ChangeRightsUseCase,
    private readonly profiles: CorrectProfileUseCase,
    private readonly inviting: InvitePersonUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly mails: LinkMails,
    private readonly settings: WebSettings,
  ) {}

  roles(): AccountStep {
    return accountStep({
      title: 'Rollen ändern',
      about: 'Was die Person darf; die eigenen Rollen ändert niemand.',
      intro: () => [
        `Eine Rolle nehmen Sie allein. ${SIGNED_OUT}`,
        `Eine Rolle zu geben braucht zwei: ${BY_TWO}`,
      ],
      button: 'Rollen ändern',
      isOpen: (account) => isOpen(account) && account.partnerId === undefined,
      fields: () => ({ roles: rolesField() }),
      filled: ({ roles }) => ({ rollen: roles }),
      run: (account, change, { roles }) =>
        givesOfficeRole(account.roles, roles)
          ? this.ask(account, change, { kind: 'rights', roles })
          : this.rights.execute(change, account.id, { roles }),
    });
  }

  profile(): AccountStep {
    return accountStep({
      title: 'Name oder Mailadresse berichtigen',
      about: 'Nach einer Heirat, bei einem Schreibfehler, bei einer neuen Adresse.',
      intro: (account) => [
        'Der Verlauf hält fest, dass sich die Angaben geändert haben, nicht, wie sie vorher waren. ' +
          'Offene Links zum Anmelden enden.',
        ...(isByTwo(account) ? [`Eine andere Mailadresse braucht zwei: ${BY_TWO}`] : []),
      ],
      button: 'Berichtigen',
      isOpen,
      fields: () => ({ name: NAME, mail: mailField(this.settings.exampleBook) }),
      filled: ({ name, mail = '' }) => ({ name: [name], mail: [mail] }),
      run: (account, change, profile) =>
        isByTwo(account) && profile.mail.trim().toLowerCase() !== account.mail
          ? this.ask(account, change, { kind: 'profile', profile })
          : this.profiles.execute(change, account.id, profile),
    });
  }

  /** Into the owner's own mailbox, or for somebody who has not begun. */
  link(): AccountStep {
    return accountStep({
      title: 'Neuen Link ausstellen',
      about: 'Für eine Einladung, die abgelaufen ist, oder ein vergessenes Passwort.',
      intro: (account) => [
        account.hasBegun
          ? 'Mit dem Link wählt die Person ein neues Passwort. Er gilt eine Stunde; frühere enden.'
          : 'Die Person hat noch kein Passwort gewählt. Der Link gilt sieben Tage; frühere enden.',
        isByTwo(account)
          ? `Er geht per Mail an ${account.mail ?? ''} und wird Ihnen nicht gezeigt.`
          : SURE,
      ],
      button: 'Link ausstellen',
      isOpen: (account) =>
        isLocal(account) && (!isByTwo(account) || this.mails.unavailable === undefined),
      fields: () => ({}),
      run: async (account, change): Promise<StepResult> => {
        if (!isByTwo(account)) return this.inviting.again(change, account.id);
        await this.inviting.mail(change, account.id);
        const told = `Der Link ist an ${account.mail ?? ''} unterwegs.`;
        return { title: 'Link ausgestellt', told };
      },
    });
  }

  /** Where mail does not reach the owner: it is shown to the second administrator. */
  shownLink(): AccountStep {
    return accountStep({
      title: 'Link zu zweit ausstellen',
      about: 'Wenn keine Mail die Person erreicht: Eine zweite Person der Verwaltung übergibt ihn.',
      intro: () => [
        `Mit dem Link wählt die Person ihr Passwort. ${BY_TWO}`,
        `Wer bestätigt, bekommt ihn zu sehen und übergibt ihn persönlich. ${SURE}`,
      ],
      button: ASK,
      isOpen: (account) => isLocal(account) && isByTwo(account),
      fields: () => ({}),
      run: (account, change) => this.ask(account, change, { kind: 'link' }),
    });
  }

  factor(): AccountStep {
    return accountStep({
      title: 'Zweiten Faktor zurücksetzen',
      about: 'Wenn Telefon und Wiederherstellungscodes verloren sind.',
      intro: () => [
        `${BY_TWO} ${SURE}`,
        `${SIGNED_OUT} Wo ein zweiter Faktor vorgeschrieben ist, wird bei der nächsten Anmeldung ein neuer eingerichtet.`,
      ],
      button: ASK,
      isOpen: (account) => isLocal(account) && account.hasSecondFactor,
      fields: () => ({}),
      run: (account, change) => this.ask(account, change, { kind: 'factor' }),
    });
  }

  reopening(): AccountStep {
    return accountStep({
      title: 'Konto wieder öffnen',
      about: 'Mit den Rollen von vorher.',
      intro: ({ roles }) => [
        'Die Person kann sich danach wieder anmelden, mit den Rollen von vorher.',
        ...(givesOfficeRole([], roles) ? [BY_TWO] : []),
      ],
      button: 'Wieder öffnen',
      isOpen: ({ standing }) => standing === 'closed',
      fields: () => ({}),
      run: (account, change) =>
        givesOfficeRole([], account.roles)
          ? this.ask(account, change, { kind: 'reopening' })
          : this.closing.reopen(change, account.id),
    });
  }

  private async ask(
    { id }: Account,
    change: FactChange,
    wanted: WantedChange,
  ): Promise<{ readonly goTo: string }> {
    return { goTo: paths.accountChange(await this.proposing.execute(change, id, wanted)) };
  }
}

/** Whether the account is somebody's, so that getting into it takes two administrators. */
function isByTwo(account: Account): boolean {
  return account.source === 'local' && isSomebodys(account);
}

function isLocal(account: Account): boolean {
  return isOpen(account) && account.source === 'local';
}
