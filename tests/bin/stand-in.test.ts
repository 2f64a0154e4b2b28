import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const child = join(import.meta.dirname, "../../bin/child.mjs");

/** A process that lets `program` stand in for it, as `npm start` does with the server. */
function startBehind(program: string, env: NodeJS.ProcessEnv = {}) {
  const script = `
    import { standIn } from ${JSON.stringify(child)};
    process.exitCode = await standIn(process.execPath, ["-e", ${JSON.stringify(program)}]);`;
  return spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
  });
}

const WAITING = `
  process.on("SIGTERM", () => process.exit(41));
  process.on("SIGINT", () => process.exit(42));
  console.log("ready");
  setInterval(() => {}, 1000);`;

const SPEAKING = WAITING.replace("process.exit(41)", "{ console.log('stopped'); process.exit(); }");

describe("a program that stands in for a command", () => {
  it("gives the command its exit code", async () => {
    const [code] = await once(startBehind("process.exit(7)"), "exit");
    expect(code).toBe(7);
  });

  it.each([
    ["SIGTERM", 41],
    ["SIGINT", 42],
  ] as const)("gets its %s", async (signal, expected) => {
    const command = startBehind(WAITING);
    await once(command.stdout, "data");
    command.kill(signal);
    expect(await once(command, "exit")).toEqual([expected, null]);
  });

  it("reports a death by signal as a shell does", async () => {
    const [code] = await once(startBehind("process.kill(process.pid, 'SIGKILL')"), "exit");
    expect(code).toBe(128 + 9);
  });

  it("is stopped when the npm above it is gone", async () => {
    const above = `
      const { spawn } = require("node:child_process");
      spawn(process.execPath, ["--input-type=module", "-e", process.argv[1]], { stdio: "inherit" });`;
    const below = `
      import { standIn } from ${JSON.stringify(child)};
      await standIn(process.execPath, ["-e", ${JSON.stringify(SPEAKING)}]);`;
    const npm = spawn(process.execPath, ["-e", above, below], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, npm_lifecycle_event: "start" },
    });
    let output = "";
    npm.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    await once(npm.stdout, "data");
    npm.kill("SIGKILL");
    await once(npm.stdout, "close");
    expect(output).toBe("ready\nstopped\n");
  });
});
