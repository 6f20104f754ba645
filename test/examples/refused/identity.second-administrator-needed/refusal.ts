import { InvitePersonUseCase } from '../../../../src/identity/people/invite-person.use-case.js';
import { ADMINISTRATORS, idOf, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(async () => {
      const by = `person:${await idOf(world, ADMINISTRATORS[0] ?? '')}`;
      const id = await idOf(world, 'kasse-1@kreis-unna.example');
      await useCase(world, InvitePersonUseCase).again(said('alone', by), id);
    }),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Wer allein Rollen vergeben, einen Link ausstellen, einen zweiten Faktor zurücksetzen oder eine ' +
      'Mailadresse ändern könnte, käme damit in fremde Konten. Geben Sie die Änderung zur ' +
      'Bestätigung; eine andere Person der Verwaltung stimmt zu. Es wurde nichts gespeichert.',
  },
};
