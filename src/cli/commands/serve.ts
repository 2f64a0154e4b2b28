// The server, from the command line.
import { startServer } from "../../serve.ts";
import type { Command } from "../command.ts";

export const serve: Command = {
  name: "serve",
  usage: "",
  summary: "Start the server and print its address.",
  about:
    "The web app must have been built once: npm start does that. GUWAH_PORT chooses the port (4824).",
  async run({ config, terminal }) {
    await startServer(config, (line) => terminal.note(line));
    // Until a signal ends it.
    return new Promise(() => {});
  },
};
