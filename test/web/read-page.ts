import { ask, lacking, textOf } from './answers.js';
import type { WebApp } from './web-app.js';

/** What a reader sees of a page; fails if it is no page, or prints what its view lacks. */
export async function readPage(book: WebApp, path: string): Promise<string> {
  const { status, body } = await ask(book, path);
  expect([path, status, lacking(body)]).toEqual([path, 200, undefined]);
  expect(body.match(/<h1/g)).toHaveLength(1);
  return textOf(body);
}
