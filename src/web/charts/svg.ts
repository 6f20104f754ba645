import { escapeText } from '../shell/escape.js';

/** The colours of a chart by class: 0 is neutral, the others stand for one thing each. */
export type Hue = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** A coordinate with at most one place: pictures need no more. */
export function at(value: number): string {
  return (Math.floor(value * 10 + 0.5) / 10).toString();
}

/** An attribute list; numbers become coordinates. */
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(
      ([name, value]) => ` ${name}="${typeof value === 'number' ? at(value) : escapeText(value)}"`,
    )
    .join('');
}

/** An element; `content` is SVG that is escaped already. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number>>,
  content = '',
): string {
  return `<${name}${attributes(values)}>${content}</${name}>`;
}

/** A text at its place. */
export function textAt(x: number, y: number, className: string, text: string): string {
  return element('text', { class: className, x, y }, escapeText(text));
}

/** What a pointer shows and a screen reader says about a part. */
export function tooltip(text: string): string {
  return `<title>${escapeText(text)}</title>`;
}

/** A part that leads to what explains it. */
export function linked(href: string, content: string): string {
  return element('a', { href, class: 'wb-box-link' }, content);
}

/** A picture with its name and description; `id` makes the ids inside it unique on the page. */
export function picture(
  { id, title, description, isLinked = false }: ChartHead,
  width: number,
  height: number,
  content: readonly string[],
): string {
  const labels =
    element('title', { id: `${id}-t` }, escapeText(title)) +
    element('desc', { id: `${id}-d` }, escapeText(description));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${at(width)} ${at(height)}`,
      // The parts of an image are not told; those that lead somewhere must be.
      role: isLinked ? 'group' : 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    `${labels}\n${content.join('\n')}`,
  );
}

export interface ChartHead {
  readonly id: string;
  readonly title: string;
  /** One or two sentences that say what the picture shows, for those who do not see it. */
  readonly description: string;
  /** Parts of it lead somewhere. */
  readonly isLinked?: boolean;
}

/** A text cut to what fits, with an ellipsis. */
export function fitted(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
