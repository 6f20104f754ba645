import { beginForm, type FormPage, type FormWalk } from '../form-walk.js';
import type { WebApp } from '../web-app.js';

/** Walks through the form of notices as an officer without JavaScript makes them. */

export const RAISED = 'notice-kim-2-2025-a1';

const LINE = 'lines[0]';

/** KIM II 2025 as the amendment tells it, entered but for the button. */
export interface AmendedLine {
  readonly effectiveFrom: string;
  readonly fte: string;
  readonly amount: string;
  /** Quantity, unit and amount of each term. */
  readonly terms: readonly (readonly [string, string, string])[];
}

/** 57.000 € until June, 58.500 € from July: 9 × 57.000 + 9 × 58.500 = 1.039.500. */
export const RAISE: AmendedLine = {
  effectiveFrom: '01.07.2025',
  fte: '18,0',
  amount: '1.039.500,00',
  terms: [
    ['9', '57.000,00', '513.000,00'],
    ['9', '58.500,00', '526.500,00'],
  ],
};

/** One VzÄ less from July on: 17.5 × 57.000 = 997.500. */
export const CUT: AmendedLine = {
  effectiveFrom: '01.07.2025',
  fte: '17,0',
  amount: '997.500,00',
  terms: [['17,5', '57.000,00', '997.500,00']],
};

/** Fills in an amending notice of KIM II 2025, up to the review. */
export async function amendKim2(
  app: WebApp,
  { effectiveFrom, fte, amount, terms }: AmendedLine,
): Promise<FormWalk> {
  const walk = await beginForm(app, 'bescheid', { amends: 'notice-kim-2-2025' });
  await walk.fill('aktenzeichen', { reference: '36.30.06-078/2025-009', issuedOn: '20.06.2025' });
  await walk.fill('zeitraum', { effectiveFrom });
  await walk.fill('zeile-1', { [`${LINE}.fte`]: fte, [`${LINE}.amount`]: amount });
  for (const [index, [quantity, unit, sum]] of terms.entries()) {
    if (index > 0) await walk.fill('bestandteile-1', {}, `add:${LINE}.terms`);
    const term = `${LINE}.terms[${index}]`;
    await walk.fill('bestandteile-1', {
      [`${term}.text`]: 'Fallmanagement',
      [`${term}.quantity`]: quantity,
      [`${term}.unit`]: unit,
      [`${term}.amount`]: sum,
    });
  }
  return walk;
}

/** The same, entered. */
export async function enterAmendment(app: WebApp, line: AmendedLine): Promise<FormPage> {
  const entered = await (await amendKim2(app, line)).enter('Bescheid vom 20.06.2025');
  expect(entered.status).toBe(303);
  return entered;
}
