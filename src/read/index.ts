// The door of the room `read`: bytes and text in, suggestions out. No vault, no disk, no network.
export type * from "./reading.ts";
export { ReadError, type ReadErrorCode } from "./errors.ts";
export { textOf, type Hint } from "./text/text-of.ts";
export { readText } from "./read-text.ts";
export { readBatch, readBatchLine } from "./batch.ts";
