import { setFlagsFromString } from 'node:v8';

/**
 * For a process that does one long piece of work: what was read is thrown away early, so that it
 * stays a third smaller and is hardly slower.
 */
export function stayThrifty(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
