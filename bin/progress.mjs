// @ts-check
// One calm line per step, with the time of every step that takes a while.
// Invariant: nothing is printed for work that did not have to be done, except by `note`.

/**
 * An expected failure: its message says what happened and what to do, so it is shown without a stack.
 */
export class Advice extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "Advice";
  }
}

/**
 * Writes progress to one stream.
 * @typedef {{
 *   note: (text: string) => void,
 *   step: <T>(doing: string, done: string, work: () => Promise<T>) => Promise<T>,
 * }} Progress
 *
 * @param {NodeJS.WriteStream} stream a terminal gets a ticking clock, anything else plain lines
 * @returns {Progress}
 */
export function progressOn(stream) {
  const terminal = stream.isTTY === true;
  const note = (/** @type {string} */ text) => void stream.write(`  ✓ ${text}\n`);

  return {
    note,
    async step(doing, done, work) {
      const start = Date.now();
      const seconds = () => Math.round((Date.now() - start) / 1000);
      stream.write(`  … ${doing}${terminal ? "" : "\n"}`);
      const clock = setInterval(
        () =>
          stream.write(
            terminal ? `\r  … ${doing}, ${seconds()} s` : `    still at it, ${seconds()} s\n`,
          ),
        terminal ? 1000 : 15_000,
      );
      try {
        const result = await work();
        stream.write(`${terminal ? "\r\u001B[2K" : ""}  ✓ ${done}, ${seconds()} s\n`);
        return result;
      } catch (error) {
        stream.write(`${terminal ? "\r\u001B[2K" : ""}  ✗ ${doing}: failed after ${seconds()} s\n`);
        throw error;
      } finally {
        clearInterval(clock);
      }
    },
  };
}

/**
 * Runs a command's main function; an `Advice` becomes its message and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Advice ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
