// Starts the server on this machine and stops it cleanly: requests end, the vault locks, the process leaves.
import { join } from "node:path";
import { createGuwah } from "./app.ts";
import { type Config, createLog, systemClock } from "./runtime/index.ts";
import { listen } from "./server/index.ts";

/** Listens and returns; SIGINT and SIGTERM end the process after the vault is locked. Rejects when the port is taken. */
export async function startServer(config: Config, say: (line: string) => void): Promise<void> {
  const log = createLog(process.stderr, systemClock, "warn");
  let port = config.port;
  const webFolder = join(import.meta.dirname, "..", "dist", "web");
  const { app, holding } = await createGuwah({ config, webFolder, port: () => port, log });
  const server = await listen(app, config.port);
  port = server.port;
  await holding.announce(port);
  say(`Guwah is ready:  http://127.0.0.1:${port}`);
  say("Stop it with Ctrl+C; the vault locks itself.");
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
