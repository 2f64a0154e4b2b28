// How much this room takes in at once. Each limit is enforced while streaming and stops one attack or one accident.

/** Bytes of one file of any kind: 2 GiB less one, the most that every part of the road can carry. */
export const MAX_FILE_BYTES = 2 ** 31 - 1;
/** Bytes of a document that is read into text (the reading room's own limit). */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** Bytes of a CSV or TSV file, which is read as a stream. */
export const MAX_TABLE_BYTES = 1024 * 1024 * 1024;
/** Bytes of an XLSX file, whose directory stands at its end and so needs the whole in memory. */
export const MAX_XLSX_BYTES = 64 * 1024 * 1024;

/** One document's reading: it is stopped after this long … */
export const READ_TIME_MS = 120_000;
/** … or when its thread needs more memory than this. */
export const READ_HEAP_MB = 512;
/** A reader nobody needs is stopped after this long. */
export const READER_IDLE_MS = 20_000;

export const MAX_COLUMNS = 500;
export const MAX_ROWS = 5_000_000;
/** UTF-16 units of one row; a quote that never closes is stopped here. */
export const MAX_ROW_UNITS = 4 * 1024 * 1024;
/** UTF-16 units of a cell kept as the quote of a claim's passage, and of a key. */
export const MAX_QUOTE_UNITS = 2_000;

/** Files inside an XLSX. */
export const MAX_ENTRIES = 4096;
/** Bytes taken out of an XLSX in all. */
export const MAX_UNCOMPRESSED_BYTES = 1024 * 1024 * 1024;
/** Uncompressed to compressed size; sheets rarely pass 50, a zip bomb starts at 1000. */
export const MAX_RATIO = 250;
/** Below this size the ratio says nothing. */
export const RATIO_FLOOR_BYTES = 8 * 1024 * 1024;
export const MAX_XML_DEPTH = 64;
/** Texts that cells of an XLSX share, by number and by UTF-16 units in all. */
export const MAX_SHARED_STRINGS = 2_000_000;
export const MAX_SHARED_UNITS = 64 * 1024 * 1024;
