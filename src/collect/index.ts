// The door of the room `collect`: files, texts, testimonies and tables come in; sources, records and claims go out.
export { addFile, type FileInput } from "./add-file.ts";
export { addTestimony, type TestimonyInput } from "./add-testimony.ts";
export { addText, type TextInput } from "./add-text.ts";
export type { CollectDeps } from "./deps.ts";
export { type DescribeInput, describeSource } from "./describe-source.ts";
export { type CollectCode, CollectError } from "./errors.ts";
export { MAX_FILE_BYTES } from "./limits.ts";
export { listBatches } from "./list-batches.ts";
export { listSources, type SourceQuery, type SourcesPage } from "./list-sources.ts";
export { createReader, type Reader } from "./reader.ts";
export { showSource } from "./show-source.ts";
export { sourceReading, sourceText } from "./source-reading.ts";
export type * from "./views.ts";
