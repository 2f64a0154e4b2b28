// The form as one HTML file, with the group's public key in it.
// Invariant: the built page is changed in its two meta values only; its policy, script and style stay what they were hashed as.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireRight } from "../../access/index.ts";
import type { CollectDeps } from "../deps.ts";
import { cleanLine } from "../clean-line.ts";
import { requireRecipient } from "./appeal-key.ts";
import { AppealError } from "./errors.ts";

/** Where `vite build` leaves it. */
const built = join(import.meta.dirname, "../../../dist/web/appeal-form.html");

/**
 * The form's HTML. `group` is shown to whoever fills it in; a form without one says nothing of whose it is.
 * Throws AccessError `access/not-allowed`, AppealError `appeal/no-key`, `appeal/no-form`.
 */
export async function makeForm(
  { ledger, actor }: Pick<CollectDeps, "ledger" | "actor">,
  { group = "", page = built }: { readonly group?: string; readonly page?: string },
): Promise<string> {
  requireRight(actor, "add");
  const recipient = await requireRecipient(ledger.deps.engine.db);
  const html = await readFile(page, "utf8").catch((cause: unknown) => {
    throw new AppealError("appeal/no-form", { cause });
  });
  return withValue(
    withValue(html, "guwah-recipient", recipient),
    "guwah-group",
    cleanLine(group, 200),
  );
}

function withValue(html: string, name: string, value: string): string {
  const empty = `<meta name="${name}" content="">`;
  if (html.split(empty).length !== 2) throw new AppealError("appeal/no-form");
  return html.replace(empty, () => `<meta name="${name}" content="${escaped(value)}">`);
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
