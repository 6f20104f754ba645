import { Injectable } from '@nestjs/common';
import type { Account } from '../../identity/people/account.queries.js';
import { ChangeRightsUseCase } from '../../identity/people/change-rights.use-case.js';
import { CloseAccountUseCase } from '../../identity/people/close-account.use-case.js';
import { EndSessionsUseCase } from '../../identity/people/end-sessions.use-case.js';
import { ErasePersonUseCase } from '../../identity/people/erase-person.use-case.js';
import { UnlockAccountUseCase } from '../../identity/people/unlock-account.use-case.js';
import { momentText } from '../messages/moment-text.js';
import { AccessSteps } from './access-steps.js';
import { LEAD } from './account.fields.js';
import { accountStep, isOpen, SIGNED_OUT, type AccountStep } from './account-steps.js';

const isErasable = ({ standing }: Account): boolean => standing === 'closed';

/** What administrators do with an account, by the last part of the address. */
@Injectable()
export class AccountSteps {
  readonly all: Readonly<Record<string, AccountStep>>;

  constructor(
    private readonly rights: ChangeRightsUseCase,
    private readonly sessions: EndSessionsUseCase,
    private readonly closing: CloseAccountUseCase,
    private readonly erasing: ErasePersonUseCase,
    private readonly unlocking: UnlockAccountUseCase,
    access: AccessSteps,
  ) {
    this.all = {
      rollen: access.roles(),
      leitung: this.leadStep(),
      angaben: access.profile(),
      link: access.link(),
      'link-zu-zweit': access.shownLink(),
      entsperren: this.unlockStep(),
      abmelden: this.sessionsStep(),
      'zweiter-faktor': access.factor(),
      schliessen: this.closingStep(),
      oeffnen: access.reopening(),
      loeschen: this.erasingStep(),
    };
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

  private unlockStep(): AccountStep {
    return accountStep({
      title: 'Entsperren',
      about: 'Nach zu vielen Versuchen: Die Person kann es sofort wieder versuchen.',
      intro: ({ lock }) => [
        lock === undefined
          ? 'Das Konto ist nicht mehr gesperrt.'
          : `Gesperrt seit ${momentText(lock.since)}, von selbst bis ${momentText(lock.until)}.`,
        'Fragen Sie die Person, ob sie selbst es versucht hat. Sonst rät jemand ihr Passwort.',
      ],
      button: 'Entsperren',
      isOpen: ({ lock }) => lock !== undefined,
      fields: () => ({}),
      run: ({ id }, change) => this.unlocking.execute(change, id),
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
