// Tests that stand on each other: what came before has to hold, or there is nothing to look at.
import { beforeEach, onTestFailed } from "vitest";

/** The tests of one road stand on each other: after the first that fails, the rest say so instead of waiting. */
export function oneAfterAnother(): void {
  let fallen: string | undefined;
  beforeEach(({ task }) => {
    if (fallen !== undefined) throw new Error(`not reached: “${fallen}” failed before`);
    onTestFailed(() => {
      fallen = task.name;
    });
  });
}
