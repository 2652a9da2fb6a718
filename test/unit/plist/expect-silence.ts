import { afterEach, beforeEach, expect, vi, type MockInstance } from 'vitest';

let output: MockInstance[] = [];

/** For every test of the file that calls it: reading is silent, what is odd is an issue, not a line on the console. */
export function expectSilence(): void {
  beforeEach(() => {
    output = [
      ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) => vi.spyOn(console, method)),
      ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write') as MockInstance),
    ];
  });

  afterEach(() => {
    for (const spy of output) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
}
