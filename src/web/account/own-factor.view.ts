import type { Acting } from '../../identity/identity.js';
import type { SecondFactorStanding } from '../../identity/second-factor/second-factors.js';
import { totpUri } from '../../identity/second-factor/totp.js';
import { qrMatrix, qrSvg } from '../../platform/qr/qr-code.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { RefusalView } from '../forms/refused.js';
import { momentText } from '../lists/list.words.js';
import { paths } from '../paths.js';
import type { PageHead } from '../shell/pages.js';
import { codesText } from './own-account.view.js';

/** What is known of somebody's second factor when the page is drawn. */
export interface FactorFacts {
  readonly standing: SecondFactorStanding;
  /** The secret that is offered just now. */
  readonly secret: string | undefined;
  readonly mail: string;
  readonly officeName: string;
  /** Nothing else is open to the person before it is set up. */
  readonly isHeldUp: boolean;
  readonly refusal?: RefusalView | undefined;
}

/** "Zweiter Faktor": begun, half set up, or in use. */
export interface FactorView {
  readonly isHeldUp: boolean;
  readonly refusal: RefusalView | undefined;
  readonly errors: ErrorSummaryView | undefined;
  readonly beginAction: string;
  readonly offer: OfferView | undefined;
  /** How it stands; '' if none is in use. */
  readonly since: string;
  readonly steps: readonly {
    readonly href: string;
    readonly label: string;
    readonly about: string;
  }[];
}

interface OfferView {
  readonly qr: string;
  /** Base32 in groups of four, for typing. */
  readonly key: string;
  readonly uri: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
}

const STEPS: FactorView['steps'] = [
  {
    href: paths.ownFactorStep('wechseln'),
    label: 'Auf ein anderes Telefon wechseln',
    about: 'Das bisherige gilt, bis das neue einen Code gezeigt hat.',
  },
  {
    href: paths.ownFactorStep('codes'),
    label: 'Neue Wiederherstellungscodes',
    about: 'Wenn die bisherigen verbraucht oder verloren sind; diese gelten dann nicht mehr.',
  },
  {
    href: paths.ownFactorStep('ausschalten'),
    label: 'Ausschalten',
    about:
      'Danach reicht das Passwort. Für Anordnung und Verwaltung kann der zweite Faktor Pflicht sein.',
  },
];

export function factorHead({ lacksSecondFactor }: Acting): PageHead {
  const back = { href: paths.ownAccount, label: 'Mein Konto' };
  return { title: 'Zweiter Faktor', area: '', ...(lacksSecondFactor ? {} : { back }) };
}

export function factorView(facts: FactorFacts): FactorView {
  const { standing, isHeldUp, refusal } = facts;
  const isAtField = refusal?.status === 422;
  const offer = offerView(facts, isAtField ? refusal.texts.join(' ') : '');
  const { since, codesLeft } = standing;
  return {
    ...{ isHeldUp, offer, beginAction: paths.ownFactor },
    refusal: isAtField ? undefined : refusal,
    errors: errorSummary(offer?.fields ?? []),
    since:
      since === undefined
        ? ''
        : `Eingerichtet seit ${momentText(since)}. Noch unbenutzt: ${codesText(codesLeft)}.`,
    steps: since === undefined ? [] : STEPS,
  };
}

function offerView(
  { secret, mail, officeName }: FactorFacts,
  error: string,
): OfferView | undefined {
  if (secret === undefined) return undefined;
  const uri = totpUri(secret, mail, officeName);
  const hint = 'Die sechs Ziffern, die die App jetzt für das Weiterleitungsbuch zeigt';
  return {
    ...{ uri, action: paths.ownFactorCode },
    qr: qrSvg(qrMatrix(uri), 'QR-Code für die App; der Schlüssel daneben sagt dasselbe'),
    key: (secret.match(/.{1,4}/g) ?? []).join(' '),
    fields: [
      fieldView({
        ...{ kind: 'code', name: 'code', label: 'Code aus der App', inputMode: 'numeric' },
        ...{ hint, error },
      }),
    ],
  };
}

/** @param isNew with a factor that was set up just now */
export function codesHead(isNew: boolean): PageHead {
  const title = isNew ? 'Der zweite Faktor ist eingerichtet' : 'Neue Wiederherstellungscodes';
  return { title, subline: 'Schreiben Sie diese Codes auf', area: '' };
}

export function codesView(codes: readonly string[], next: string): object {
  return { codes, next };
}
