// The door of the model room.
export * from "./date.ts";
export * from "./entry.ts";
export * from "./errors.ts";
export * from "./explain-headline.ts";
export * from "./fold.ts";
export * from "./headline.ts";
export type { Why } from "./headline-rules.ts";
export * from "./ids.ts";
export * from "./messages.ts";
export * from "./places.ts";
export * from "./read-date.ts";
export * from "./schema.ts";
export * from "./schemas.ts";
export * from "./value.ts";
export * from "./vocabularies.ts";
