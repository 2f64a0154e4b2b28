// The server's entry: `npm start` runs this. It listens on this machine only and locks the vault when it is told to stop.
import { join } from "node:path";
import { createGuwah } from "./app.ts";
import { createLog, plainError, readConfig, systemClock } from "./runtime/index.ts";
import { listen } from "./server/index.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(process.stderr, systemClock, "warn");
  let port = config.port;
  const { app, holding } = await createGuwah({ config, webFolder: join(import.meta.dirname, "..", "dist", "web"), port: () => port, log });
  const server = await listen(app, config.port);
  port = server.port;
  await holding.announce(port);
  say("");
  say(`  Guwah is ready:  http://127.0.0.1:${port}`);
  say("  Stop it with Ctrl+C; the vault locks itself.");
  say("");
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void server
      .close()
      .then(() => holding.lock())
      .finally(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

main().catch((error: unknown) => {
  const taken = (error as { code?: unknown }).code === "EADDRINUSE";
  const { message } = taken ? { message: "Another program uses this port. Stop it, or set GUWAH_PORT to another number." } : plainError(error);
  process.stderr.write(`Guwah did not start. ${message}\n`);
  process.exit(1);
});
