import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Alias,
  type Document,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SourcePlace } from './definition.js';
import type { Finding } from './finding.js';
import { tooDeepAt, YAML_LIMITS } from './yaml-limits.js';
import { yamlSentence } from './yaml-wording.js';

/** A file as written: every value is its source text, so that no figure passes through a float. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export interface YamlTree {
  /** Absent if the text could not be read at all. */
  readonly value?: YamlValue;
  readonly findings: readonly Finding[];
  /** The place of a path as written, or of its nearest parent. */
  placeOf(path: string): SourcePlace;
}

/** Reads YAML text. All mistakes of the text itself are listed; nothing is guessed. */
export function readYamlTree(file: string, text: string): YamlTree {
  const lines = new LineCounter();
  const deep = text.length > YAML_LIMITS.bytes ? 0 : tooDeepAt(text);
  const walk = new Walk(file, lines);
  if (deep !== undefined) {
    lines.addNewLine(0);
    for (let at = text.indexOf('\n'); at >= 0 && at < deep; at = text.indexOf('\n', at + 1)) {
      lines.addNewLine(at + 1);
    }
    walk.find(deep, '', 'Die Datei ist zu groß oder zu tief verschachtelt.');
    return walk.tree(undefined);
  }
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    walk.find(pos[0], '', yamlSentence(code));
  }
  if (document.errors.length > 0) return walk.tree(undefined);
  return walk.tree(walk.document(document));
}

type Written = Scalar | YAMLMap | YAMLSeq | Alias;

/** Turns the parser's nodes into plain values, and notes where each of them stands. */
class Walk {
  private readonly offsets = new Map<string, number>();
  private readonly findings: Finding[] = [];
  private readonly anchors = new Map<string, Written>();
  private readonly above = new Set<Written>();
  private values = 0;

  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
  ) {}

  tree(value: YamlValue | undefined): YamlTree {
    const placeOf = (path: string): SourcePlace => this.place(path);
    const { findings } = this;
    return value === undefined ? { findings, placeOf } : { value, findings, placeOf };
  }

  find(offset: number, path: string, message: string): void {
    this.findings.push({ ...this.at(offset), path, severity: 'error', message });
  }

  document(document: Document.Parsed): YamlValue | undefined {
    if (document.contents === null) {
      this.find(0, '', 'Die Datei ist leer.');
      return undefined;
    }
    return this.value(document.contents, '');
  }

  private value(node: Written | null, path: string): YamlValue {
    this.values += 1;
    if (node === null) return '';
    if (isAlias(node)) return this.alias(node, path);
    if (node.anchor !== undefined && this.above.size === 0) this.anchors.set(node.anchor, node);
    if (!this.offsets.has(path)) this.offsets.set(path, node.range?.[0] ?? 0);
    if (isMap(node)) return this.map(node, path);
    if (isSeq(node)) {
      return node.items.map((item, index) => this.value(item as Written, `${path}[${index}]`));
    }
    return isScalar(node) ? String(node.value) : '';
  }

  private map(node: YAMLMap, path: string): YamlValue {
    const entries = node.items.flatMap((pair) => {
      const { key, value } = pair as Pair<unknown, Written | null>;
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === '__proto__') {
        this.find(node.range?.[0] ?? 0, path, yamlSentence('NON_STRING_KEY'));
        return [];
      }
      const inner = path === '' ? key.value : `${path}.${key.value}`;
      this.offsets.set(`${inner}:key`, key.range?.[0] ?? 0);
      return [[key.value, this.value(value, inner)] as const];
    });
    return Object.fromEntries(entries);
  }

  /** A reference stands for its whole target, once per use, never inside itself. */
  private alias(node: Alias, path: string): YamlValue {
    const target = this.anchors.get(node.source);
    const offset = node.range?.[0] ?? 0;
    if (target === undefined || this.above.has(target)) {
      this.find(offset, path, `Der Verweis „*${node.source}“ hat kein Ziel davor.`);
      return '';
    }
    if (this.values > YAML_LIMITS.values) {
      this.find(offset, path, 'Die Verweise (*) vervielfachen die Datei über das Maß hinaus.');
      return '';
    }
    this.above.add(target);
    this.offsets.set(path, offset);
    const value = this.value(target, path);
    this.above.delete(target);
    return value;
  }

  private place(path: string): SourcePlace {
    for (let inner = path; ; inner = parentOf(inner)) {
      const offset = this.offsets.get(inner);
      if (offset !== undefined) return { ...this.at(offset), path };
      if (inner === '') return { file: this.file, line: 1, column: 1, path };
    }
  }

  private at(offset: number): Omit<SourcePlace, 'path'> {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}

/** "lines[0].fte" -> "lines[0]" -> "lines" -> "". */
function parentOf(path: string): string {
  const cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
  return cut < 0 ? '' : path.slice(0, cut);
}
