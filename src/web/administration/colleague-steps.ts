import type { Acting } from '../../identity/identity.js';
import type { Account } from '../../identity/people/account.queries.js';
import type { ColleaguesUseCase } from '../../identity/people/colleagues.use-case.js';
import { accountStep, type AccountStep } from './account-steps.js';

const isOpen = ({ isClosed }: Account): boolean => !isClosed;

/** What a lead person does with a colleague, by the last part of the address. */
export function colleagueSteps(
  colleagues: ColleaguesUseCase,
  who: Acting,
): Readonly<Record<string, AccountStep>> {
  const fields = () => ({});
  return {
    leitung: accountStep({
      ...{ title: 'Leitung geben', about: '', button: 'Leitung geben', fields },
      intro: () => [
        'Die Person kann danach selbst Kolleginnen und Kollegen einladen und entfernen. Sie behalten die Leitung.',
        'Ist die Person gerade angemeldet, wird sie abgemeldet und meldet sich neu an.',
      ],
      isOpen: (account) => isOpen(account) && !account.isLead,
      run: ({ id }, change) => colleagues.setLead(who, change, id, true),
    }),
    'leitung-nehmen': accountStep({
      ...{ title: 'Leitung nehmen', about: '', button: 'Leitung nehmen', fields },
      intro: () => ['Die Person kann danach niemanden mehr einladen oder entfernen.'],
      isOpen: (account) => isOpen(account) && account.isLead,
      run: ({ id }, change) => colleagues.setLead(who, change, id, false),
    }),
    link: accountStep({
      ...{ title: 'Neuen Link ausstellen', about: '', button: 'Link ausstellen', fields },
      intro: () => [
        'Für eine Einladung, die abgelaufen ist, oder ein vergessenes Passwort. Frühere Links enden.',
        'Vergewissern Sie sich, dass wirklich diese Person darum bittet.',
      ],
      isOpen: (account) => isOpen(account) && account.source === 'local',
      run: ({ id }, change) => colleagues.inviteAgain(who, change, id),
    }),
    entfernen: accountStep({
      ...{ title: 'Entfernen', about: '', button: 'Entfernen', fields },
      intro: () => [
        'Die Person wird sofort abgemeldet und kann sich nicht mehr anmelden.',
        'Was sie eingetragen hat, bleibt. Die Verwaltung des Kreises kann das Konto wieder öffnen.',
      ],
      isOpen,
      run: ({ id }, change) => colleagues.remove(who, change, id),
    }),
  };
}
