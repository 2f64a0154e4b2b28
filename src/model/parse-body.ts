// The door for entry bodies that come from outside: API input, sync, restored backups.
// Invariant: an error names the field that failed and never its content, which may be a person's name.
import { type Body, type EntryKind, bodies } from "./entry.ts";
import { ModelError } from "./errors.ts";

const fieldName = /^[A-Za-z][A-Za-z0-9]{0,39}$/u;

/** The body of an entry of this kind, checked whole; throws a ModelError `body-invalid` with the path of the first fault. */
export function parseBody<K extends EntryKind>(kind: K, input: unknown): Body<K> {
  const schema = Object.hasOwn(bodies, kind) ? bodies[kind] : undefined;
  if (schema === undefined)
    throw new ModelError("body-invalid", "A known entry kind was expected.", "kind");
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data as Body<K>;
  const path = pathOf(parsed.error.issues[0]?.path ?? []);
  throw new ModelError(
    "body-invalid",
    `The body of ${kind} does not fit its shape at ${path}. Correct that field.`,
    path,
  );
}

/** Keys of free maps are content, so only what can be a field's own name is repeated. */
function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) =>
    typeof step === "number" || fieldName.test(String(step)) ? String(step) : "…",
  );
  return steps.length === 0 ? "(whole body)" : steps.join(".");
}
