// The server's entry: `npm start` runs this.
import { plainError, readConfig } from "./runtime/index.ts";
import { startServer } from "./serve.ts";

async function main(): Promise<void> {
  await startServer(readConfig(process.env), (line) => process.stdout.write(`  ${line}\n`));
}

main().catch((error: unknown) => {
  const taken = (error as { code?: unknown }).code === "EADDRINUSE";
  const message = taken
    ? "Another program uses this port. Stop it, or set GUWAH_PORT to another number."
    : plainError(error).message;
  process.stderr.write(`Guwah did not start. ${message}\n`);
  process.exit(1);
});
