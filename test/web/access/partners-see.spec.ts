import { textOf } from '../answers.js';
import { startWebApp, type WebApp } from '../web-app.js';
import { Doors, type Door } from './askers.js';

/** Where a partner's people begin; every way from there is gone. */
const STARTS = [
  ...['/', '/vertraege', '/zeilen', '/vertraege?format=csv', '/zeilen?format=csv'],
  ...['/zeilen?suche=Bescheid', '/vertraege?suche=Bergkamen', '/vertraege?bekannt=01.03.2026'],
  ...['/api/v1/contracts', '/api/v1/lines?year=2025', '/api/v1/contracts?q=awo'],
];
const PAGES_MOST = 120;

/** What the Kreis keeps to itself: its remarks, its open items, its payers, its findings. */
const OF_THE_KREIS = [
  ...['Offene Punkte', 'Ist alles geregelt', 'widersprüchlich', 'Zustimmung des Landes'],
  ...[
    'eigene Mittel',
    'own-funds',
    'notice-line',
    'permissionNote',
    'openItems":["',
    'sources":["',
  ],
  ...['1.026.000', 'Gemeinkosten', 'Bescheidzeile'],
];

interface Case {
  readonly partner: string;
  /** Texts that some page has to show. */
  readonly own: readonly string[];
  /** Texts that no page, file or answer may show. */
  readonly foreign: readonly string[];
}

const CASES: readonly Case[] = [
  {
    partner: 'luenen',
    own: ['285.000,00', '66.700,00', 'Fallmanagement in Selm', 'Meine Verträge'],
    foreign: [
      ...['bergkamen-kim-2', 'Fallmanagement im Mittelkreis', 'Fallmanagement in Kamen'],
      ...['BER-', 'DE66', 'kim-awo', 'kim-centre'],
    ],
  },
  {
    partner: 'bergkamen',
    own: ['228.000,00', 'Fallmanagement in Kamen', 'Meine Verträge'],
    foreign: [
      ...['luenen-kim-2', 'Fallmanagement im Nordkreis', 'Fallmanagement in Selm', '285.000,00'],
      ...['LUE-7F3A', 'LUE-2B80', 'DE93', 'kim-awo', 'kim-north'],
    ],
  },
  {
    partner: 'selm',
    own: ['Fallmanagement in Selm', 'selm-kim-2'],
    foreign: [
      ...['Fallmanagement in Werne', 'werne-kim-2', 'luenen-kim-2', 'Fallmanagement im Nordkreis'],
      ...['285.000,00', 'WER-', 'LUE-7F3A', 'DE93', 'kim-cities'],
    ],
  },
];

describe('what a partner reads of the book', () => {
  let web: WebApp;

  beforeAll(async () => {
    web = await startWebApp({ as: 'nobody', environment: { RATE_LIMIT_PER_MINUTE: '100000' } });
  }, 120_000);
  afterAll(() => web.close());

  it.each(CASES)(
    'is for $partner its own on every page that it reaches, and no way leads astray',
    async ({ partner, own, foreign }) => {
      const browser = await new Doors(web).person(`leitung@${partner}.example`);
      const { texts, broken } = await walk(browser, [...STARTS, `/api/v1/partners/${partner}`]);
      expect(broken).toEqual([]);
      const all = [...texts.values()].join('\n');
      expect(own.filter((text) => !all.includes(text))).toEqual([]);
      expect(placesOf(texts, [...foreign, ...OF_THE_KREIS])).toEqual([]);
    },
    240_000,
  );

  it('looks the same where an object is foreign and where there is none', async () => {
    const browser = await new Doors(web).person('leitung@luenen.example');
    for (const [foreign, unknown] of [
      ['/vertraege/kim-awo', '/vertraege/kim-xyz'],
      ['/vertraege/kim-awo/unterlagen', '/vertraege/kim-xyz/unterlagen'],
      ['/partner/bergkamen', '/partner/berlin-xy'],
      ['/api/v1/contracts/kim-awo', '/api/v1/contracts/kim-xyz'],
      ['/api/v1/partners/bergkamen', '/api/v1/partners/berlin-xy'],
    ] as const) {
      const [one, other] = [await browser.send('GET', foreign), await browser.send('GET', unknown)];
      expect([one.status, other.status]).toEqual([404, 404]);
      expect(withoutNames(one.body, foreign)).toBe(withoutNames(other.body, unknown));
    }
  });

  it('greets each by the own name, though pages are kept', async () => {
    const names = { 'sachbearbeitung@kreis-unna.example': 'Sabine Vogt' };
    const others = { 'controlling@kreis-unna.example': 'Katrin Schulte' };
    for (const [mail, name] of Object.entries({ ...names, ...others })) {
      const browser = await new Doors(web).person(mail);
      for (const again of [1, 2]) {
        const { body } = await browser.send('GET', '/');
        expect([again, textOf(body).includes(name)]).toEqual([again, true]);
      }
    }
  });
});

const LINK = /<a [^>]*href="(\/[^"#]*)/g;
const NOT_BOOK = /^\/(?:assets|api\/docs|rechner|anmelden|begriffe|konto|kolleg)|format=xlsx|\.pdf/;

/** Goes every way from the beginnings; files and the interface too. */
async function walk(
  browser: Door,
  starts: readonly string[],
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly broken: readonly string[] }> {
  const texts = new Map<string, string>();
  const broken: string[] = [];
  const ahead = [...starts];
  for (const address of ahead) {
    if (texts.size >= PAGES_MOST) break;
    const { status, body } = await browser.send('GET', address);
    if (status !== 200) broken.push(`${status.toString()} ${address}`);
    texts.set(address, body);
    for (const [, found = ''] of body.matchAll(LINK)) {
      const way = found.replaceAll('&amp;', '&');
      if (!NOT_BOOK.test(way) && !ahead.includes(way)) ahead.push(way);
    }
  }
  return { texts, broken };
}

/** "228.000,00 in /vertraege/…: what stands around it" */
function placesOf(texts: ReadonlyMap<string, string>, words: readonly string[]): readonly string[] {
  return [...texts].flatMap(([address, text]) =>
    words
      .filter((word) => text.includes(word))
      .map((word) => `${word} in ${address}: ${around(text, word)}`),
  );
}

function around(text: string, word: string): string {
  const at = text.indexOf(word);
  return textOf(text.slice(Math.max(0, at - 120), at + 60));
}

/** What differs only because the address does, or from request to request. */
function withoutNames(body: string, address: string): string {
  const id = address.split('/').find((part) => /-|^bergkamen$/.test(part)) ?? '';
  return body.replaceAll(id, '').replaceAll(/[A-Za-z0-9_-]{22,}/g, '');
}
