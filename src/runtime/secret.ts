// A text that must not be printed: passphrases, and addresses that carry a password.
// Invariant: logging, inspecting, spreading or serialising a Secret never shows what it holds.
import { inspect } from "node:util";

const HIDDEN = "(hidden)";

export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself; call it only where it is used. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
