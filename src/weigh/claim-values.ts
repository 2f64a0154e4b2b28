// From what a person typed or picked to a typed value of a property.
// Invariant: a value that is not of its property's type is refused here, before it can reach the ledger.
import {
  parseCell,
  type Property,
  propertyOf,
  type Value,
  value as valueSchema,
} from "../model/index.ts";
import { WeighError } from "./errors.ts";

/** Seals a text for a property that only some may open. */
export type Seal = (text: string) => Value;

export interface ValueInput {
  /** A typed value, as pickers give it. */
  readonly value?: unknown;
  /** Words as typed, read by the property's type. */
  readonly words?: string | undefined;
}

/** The property, or WeighError `weigh/no-such-property`. */
export function knownProperty(schema: string, name: string): Property {
  const property = propertyOf(schema, name);
  if (property === undefined)
    throw new WeighError(
      "weigh/no-such-property",
      `A ${schema} has no property called ${name.slice(0, 60)}. Pick one from the list.`,
    );
  return property;
}

/** The value to store: checked, typed, and sealed where the property is. Throws WeighError `weigh/not-this-type`. */
export function valueFor(property: Property, input: ValueInput, seal: Seal | null): Value {
  const plain =
    input.value === undefined
      ? fromWords(property, input.words ?? "")
      : fromTyped(property, input.value);
  if (property.sealed !== true) return plain;
  if (seal === null)
    throw new WeighError(
      "weigh/not-sealed",
      "Your role cannot seal values. Ask a documenter or a keeper to enter this one.",
    );
  if (plain.kind !== "text")
    throw new WeighError("weigh/not-this-type", "A sealed value is entered as text.");
  return seal(plain.text);
}

function fromWords(property: Property, words: string): Value {
  const parsed = parseCell(property, words.trim());
  if ("error" in parsed)
    throw new WeighError(
      "weigh/not-this-type",
      `This does not read as a ${property.type}. ${property.hint ?? "Write it another way."}`,
    );
  return parsed;
}

function fromTyped(property: Property, given: unknown): Value {
  const parsed = valueSchema.safeParse(given);
  if (!parsed.success || parsed.data.kind === "sealed")
    throw new WeighError(
      "weigh/not-this-type",
      `Expected a ${property.type} for ${property.label}. Enter it again.`,
    );
  // A coded or dated property may be given as plain words where nothing fits better; nothing else may.
  if (parsed.data.kind !== property.type && parsed.data.kind !== "text")
    throw new WeighError(
      "weigh/not-this-type",
      `Expected a ${property.type} for ${property.label}, got a ${parsed.data.kind}.`,
    );
  return parsed.data;
}
