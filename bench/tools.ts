import { spawnSync } from 'node:child_process';

/** Programs of others that figures are held against; a machine may lack them. */
export type Tool = 'sqlite3' | 'hledger' | 'pgbench';

/** Tells that a comparison is left out, instead of leaving it out in silence. */
export function hasTool(tool: Tool): boolean {
  const found = spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!found) {
    process.stdout.write(`${JSON.stringify({ leftOut: `no ${tool} on this machine` })}\n`);
  }
  return found;
}

/** @returns what the tool printed @throws Error with what it complained of */
export function runTool(tool: Tool, args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...(input !== undefined && { input }),
  });
  if (status !== 0) throw new Error(`${tool} ended with ${String(status)}: ${stderr}`);
  return stdout;
}
