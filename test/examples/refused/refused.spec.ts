import type { Engine } from '../../../src/platform/database/engine.js';
import { chainedIn } from '../../support/chained-in.js';
import { dumpOf, type BookDump } from '../../support/book-dump.js';
import { refusalFolders, refusalIn } from './folders.js';
import type { Refusal } from './refusal.js';
import { refusedWorld, type RefusedWorld } from './world.js';

const examples: { readonly code: string; readonly refusal: Refusal }[] = [];
for (const code of refusalFolders()) examples.push({ code, refusal: await refusalIn(code) });

/** Who was refused may stand there: it tells of the book, and is no state of it. */
const AUDIT_TRAIL = ['audit_event', 'audit_origin', 'audit_chain', 'audit_unchained'];

/** Every refusal of the product, provoked once: code, status, facts, German sentence. */
describe.each<Engine>(['sqlite', 'postgres'])('on %s', (engine) => {
  let world: RefusedWorld;
  let left: BookDump | undefined;

  beforeAll(async () => {
    world = await refusedWorld(engine);
  }, 60_000);
  afterAll(() => world.close());

  const told = examples.filter(({ refusal: { onlyOn = engine } }) => onlyOn === engine);

  it.each(told)(
    '$code is told as the story says, and the book is as it was',
    async ({ code, refusal: { given, provoke, expected } }) => {
      await given?.(world);
      await chainedIn(world.book.reader);
      // Without anything given the book is as the refusal before left it.
      const before = given === undefined ? left : undefined;
      const asItWas = before ?? (await dumpOf(world.book.writer, AUDIT_TRAIL));
      expect(await provoke(world)).toEqual({ code, ...expected });
      left = await dumpOf(world.book.writer, AUDIT_TRAIL);
      expect(left).toEqual(asItWas);
    },
  );
});
