// What this room refuses, as a closed list of codes.
// Invariant: a message names types, sizes and positions, never a value, a key or a text.

/** Every reason this room throws; expected outcomes (a proof that fails) are return values instead. */
export type ProofErrorCode =
  | "proof/json-number"
  | "proof/json-type"
  | "proof/json-text"
  | "proof/json-depth"
  | "proof/bytes"
  | "proof/range"
  | "proof/frontier"
  | "proof/tile"
  | "proof/note"
  | "proof/key"
  | "proof/checkpoint"
  | "proof/request"
  | "proof/policy";

/**
 * A refusal by the proof room.
 * `status` is 400 where the input is wrong and 422 where stored bytes are damaged, so that the
 * faces can treat it like every other coded error without this room importing `runtime`.
 */
export class ProofError extends Error {
  override readonly name = "ProofError";
  readonly code: ProofErrorCode;
  readonly status: 400 | 422;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: ProofErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.code = code;
    this.status = code === "proof/frontier" || code === "proof/tile" ? 422 : 400;
    this.details = details;
  }
}
