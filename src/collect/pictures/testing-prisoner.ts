// A program for tests that does, in the process where files are opened, what a file that broke its decoder would try.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";

interface Ask {
  readonly port?: number;
  readonly spin?: boolean;
  readonly eat?: boolean;
  readonly die?: boolean;
}

const attempt = (work: () => unknown): string => {
  try {
    work();
    return "open";
  } catch {
    return "shut";
  }
};

async function answer(ask: Ask): Promise<unknown> {
  if (ask.die === true) process.kill(process.pid, "SIGSEGV");
  // oxlint-disable-next-line no-unmodified-loop-condition -- this is what it is for
  while (ask.spin === true);
  const eaten: Buffer[] = [];
  while (ask.eat === true) {
    eaten.push(Buffer.alloc(50_000_000, 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    net: attempt(() => connect(ask.port ?? 0, "127.0.0.1")),
    write: attempt(() => writeFileSync("/tmp/guwah-prisoner", "x")),
    run: attempt(() => {
      const { error } = spawnSync("true");
      if (error !== undefined) throw error;
    }),
  };
}

globalThis.answerApart(answer);
