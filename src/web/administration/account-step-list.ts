import { Injectable } from '@nestjs/common';
import type { Account } from '../../identity/people/account.queries.js';
import { ChangeRightsUseCase } from '../../identity/people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../../identity/people/close-account.use-case.js';
import { CorrectProfileUseCase } from '../../identity/people/correct-profile.use-case.js';
import { EndSessionsUseCase } from '../../identity/people/end-sessions.use-case.js';
import { ErasePersonUseCase } from '../../identity/people/erase-person.use-case.js';
import { InvitePersonUseCase } from '../../identity/people/invite-person.use-case.js';
import { RemoveSecondFactorUseCase } from '../../identity/second-factor/remove-second-factor.use-case.js';
import { WebSettings } from '../shell/web-settings.js';
import { LEAD, mailField, NAME, rolesField } from './account.fields.js';
import { accountStep, type AccountStep } from './account-steps.js';

const SIGNED_OUT = 'Wer mit dem Konto angemeldet ist, wird sofort abgemeldet.';

const isOpen = ({ isClosed }: Account): boolean => !isClosed;
const isErasable = ({ standing }: Account): boolean => standing === 'closed';

/** What administrators do with an account, by the last part of the address. */
@Injectable()
export class AccountSteps {
  readonly all: Readonly<Record<string, AccountStep>>;

  constructor(
    private readonly rights: ChangeRightsUseCase,
    private readonly profile: CorrectProfileUseCase,
    private readonly inviting: InvitePersonUseCase,
    private readonly sessions: EndSessionsUseCase,
    private readonly factors: RemoveSecondFactorUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly erasing: ErasePersonUseCase,
    private readonly settings: WebSettings,
  ) {
    this.all = {
      rollen: this.rolesStep(),
      leitung: this.leadStep(),
      angaben: this.profileStep(),
      link: this.linkStep(),
      abmelden: this.sessionsStep(),
      'zweiter-faktor': this.factorStep(),
      schliessen: this.closingStep(),
      oeffnen: this.reopeningStep(),
      loeschen: this.erasingStep(),
    };
  }

  private rolesStep(): AccountStep {
    return accountStep({
      title: 'Rollen ändern',
      about: 'Was die Person darf; die eigenen Rollen ändert niemand.',
      intro: () => [SIGNED_OUT, 'Die neuen Rollen gelten mit der nächsten Anmeldung.'],
      button: 'Rollen ändern',
      isOpen: (account) => isOpen(account) && account.partnerId === undefined,
      fields: () => ({ roles: rolesField() }),
      filled: ({ roles }) => ({ rollen: roles }),
      run: ({ id }, change, { roles }) => this.rights.execute(change, id, { roles }),
    });
  }

  private leadStep(): AccountStep {
    return accountStep({
      title: 'Leitung ändern',
      about:
        'Ob die Person Kolleginnen und Kollegen der eigenen Organisation einlädt und entfernt.',
      intro: () => [SIGNED_OUT],
      button: 'Speichern',
      isOpen: (account) => isOpen(account) && account.partnerId !== undefined,
      fields: () => ({ lead: LEAD }),
      filled: ({ isLead }) => ({ leitung: isLead ? ['ja'] : [] }),
      run: ({ id, roles }, change, { lead = false }) =>
        this.rights.execute(change, id, { roles, isLead: lead }),
    });
  }

  private profileStep(): AccountStep {
    return accountStep({
      title: 'Name oder Mailadresse berichtigen',
      about: 'Nach einer Heirat, bei einem Schreibfehler, bei einer neuen Adresse.',
      intro: () => [
        'Der Verlauf hält fest, dass sich die Angaben geändert haben, nicht, wie sie vorher waren. ' +
          'Offene Links zum Anmelden enden.',
      ],
      button: 'Berichtigen',
      isOpen,
      fields: () => ({ name: NAME, mail: mailField(this.settings.exampleBook) }),
      filled: ({ name, mail = '' }) => ({ name: [name], mail: [mail] }),
      run: ({ id }, change, profile) => this.profile.execute(change, id, profile),
    });
  }

  private linkStep(): AccountStep {
    return accountStep({
      title: 'Neuen Link ausstellen',
      about: 'Für eine Einladung, die abgelaufen ist, oder ein vergessenes Passwort.',
      intro: ({ standing }) => [
        standing === 'invited'
          ? 'Die Person hat noch kein Passwort gewählt. Der Link gilt sieben Tage; frühere enden.'
          : 'Mit dem Link wählt die Person ein neues Passwort. Er gilt eine Stunde; frühere enden.',
        'Vergewissern Sie sich, dass wirklich diese Person darum bittet.',
      ],
      button: 'Link ausstellen',
      isOpen: (account) => isOpen(account) && account.source === 'local',
      fields: () => ({}),
      run: ({ id }, change) => this.inviting.again(change, id),
    });
  }

  private factorStep(): AccountStep {
    return accountStep({
      title: 'Zweiten Faktor zurücksetzen',
      about: 'Wenn Telefon und Wiederherstellungscodes verloren sind.',
      intro: () => [
        `${SIGNED_OUT} Wo ein zweiter Faktor vorgeschrieben ist, wird bei der nächsten Anmeldung ein neuer eingerichtet.`,
        'Vergewissern Sie sich, dass wirklich diese Person darum bittet.',
      ],
      button: 'Zurücksetzen',
      isOpen: (account) => isOpen(account) && account.source === 'local',
      fields: () => ({}),
      run: ({ id }, change) => this.factors.execute(change, id),
    });
  }

  private sessionsStep(): AccountStep {
    return accountStep({
      title: 'Überall abmelden',
      about: 'Wenn ein Gerät verloren ging oder jemand Fremdes am Bildschirm war.',
      intro: () => ['Alle Sitzungen der Person enden sofort. Das Konto bleibt, wie es ist.'],
      button: 'Überall abmelden',
      isOpen,
      fields: () => ({}),
      run: ({ id }, change) => this.sessions.execute(change, id),
    });
  }

  private closingStep(): AccountStep {
    return accountStep({
      title: 'Konto schließen',
      about: 'Wenn jemand geht. Was die Person getan hat, bleibt im Buch.',
      intro: () => [
        `${SIGNED_OUT} Danach kann die Person sich nicht mehr anmelden.`,
        'Das Konto lässt sich wieder öffnen.',
      ],
      button: 'Konto schließen',
      isOpen,
      fields: () => ({}),
      run: ({ id }, change) => this.closing.close(change, id),
    });
  }

  private reopeningStep(): AccountStep {
    return accountStep({
      title: 'Konto wieder öffnen',
      about: 'Mit den Rollen von vorher.',
      intro: () => ['Die Person kann sich wieder anmelden, mit den Rollen von vorher.'],
      button: 'Wieder öffnen',
      isOpen: isErasable,
      fields: () => ({}),
      run: ({ id }, change) => this.closing.reopen(change, id),
    });
  }

  private erasingStep(): AccountStep {
    return accountStep({
      title: 'Name und Mailadresse löschen',
      about: 'Wenn niemand sie mehr braucht; die Kennung bleibt bei dem, was die Person getan hat.',
      intro: () => [
        'Das lässt sich nicht rückgängig machen: Das Buch weiß danach nicht mehr, wer diese Person war. ' +
          'Löschen Sie erst, wenn die Aufbewahrungsfrist dessen abgelaufen ist, was sie getan hat (R41).',
      ],
      button: 'Endgültig löschen',
      isOpen: isErasable,
      fields: () => ({}),
      run: ({ id }, change) => this.erasing.execute(change, id),
    });
  }
}
