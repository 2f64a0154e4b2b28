// First run, the demonstration, passphrases.
import type { Command } from "../command.ts";
import { text } from "../command.ts";
import { UsageError } from "../errors.ts";

const init: Command = {
  name: "init",
  usage: "",
  summary: "Create the vault, and print its recovery code once.",
  about: "The passphrase is asked for twice, or taken from GUWAH_PASSPHRASE.",
  options: [
    {
      name: "name",
      type: "string",
      value: "NAME",
      help: "what the vault is called (default: Vault)",
    },
    {
      name: "member",
      type: "string",
      value: "NAME",
      help: "your name in the vault (default: Keeper)",
    },
  ],
  async run(call) {
    const { terminal, config } = call;
    const to = await call.reach();
    const passphrase = config.passphrase?.reveal() ?? (await askTwice(call));
    const made = await to.post<{ token: string; recoveryCode: string }>("/api/vault", {
      vaultName: text(call, "name") ?? "Vault",
      memberName: text(call, "member") ?? "Keeper",
      passphrase,
    });
    terminal.line(
      "The vault is made. Print this recovery code and keep it away from this machine:",
    );
    terminal.line();
    terminal.line(`  ${made.recoveryCode}`);
    terminal.line();
    terminal.line(
      "It is shown only now. Without it and without the passphrase nobody can open the vault.",
    );
    return { recoveryCode: made.recoveryCode };
  },
};

async function askTwice({ terminal }: Parameters<Command["run"]>[0]): Promise<string> {
  const first = await terminal.secret("New passphrase (four or more words are best): ");
  const second = await terminal.secret("The same again: ");
  if (first !== second)
    throw new UsageError("The two passphrases differ. Nothing was changed; try again.");
  return first;
}

const demo: Command = {
  name: "demo",
  usage: "",
  summary: "Make the demonstration vault; everyone in it is invented.",
  about:
    "It lies beside your own vault and never touches it. Look at it in the browser: guwah serve, then\n“Look at the demonstration” on the first page.",
  async run(call) {
    const to = await call.reach();
    const result = await to.job<{ token: string }>("/api/demo");
    to.signIn(result.token);
    const home = await to.get<{ counts: Record<string, number> }>("/api/home");
    const { people, sources, claims } = home.counts;
    call.terminal.line(
      `The demonstration is ready: ${people} people, ${sources} sources, ${claims} claims, all invented.`,
    );
    call.terminal.line("Open it in the browser: guwah serve, then “Look at the demonstration”.");
    return { counts: home.counts };
  },
};

const passphrase: Command = {
  name: "passphrase",
  usage: "",
  summary: "Change your passphrase.",
  about:
    "The present one is asked for, or taken from GUWAH_PASSPHRASE. A backup made earlier still opens with the old one.",
  async run(call) {
    const { terminal, config } = call;
    const to = await call.reach();
    const current = config.passphrase?.reveal() ?? (await terminal.secret("Present passphrase: "));
    to.signIn((await to.post<{ token: string }>("/api/unlock", { passphrase: current })).token);
    await to.post("/api/passphrase", { current, next: await askTwice(call) });
    terminal.line("Your passphrase is changed.");
    return {};
  },
};

export const access: readonly Command[] = [init, demo, passphrase];
