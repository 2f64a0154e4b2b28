// The limits this room enforces while it streams; each is there to stop one attack or one accident.

/** Bytes of one document; recordings and images are not read into text and have no limit here. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
/** UTF-16 units of one received text. */
export const MAX_TEXT_UNITS = 32 * 1024 * 1024;
/** UTF-16 units of markup given to the page parser. */
export const MAX_HTML_UNITS = 16 * 1024 * 1024;
/** Elements inside elements before the page cleaner, which recurses, is left out. */
export const MAX_HTML_DEPTH = 256;
/** Elements inside elements that are parsed at all; what is deeper stands beside, not inside. */
export const MAX_PARSED_DEPTH = 1024;
/** Files inside a DOCX; ordinary ones have 10 to 200. */
export const MAX_ARCHIVE_ENTRIES = 4096;
/** Uncompressed bytes taken from a DOCX in all. */
export const MAX_UNCOMPRESSED_BYTES = 128 * 1024 * 1024;
/** Uncompressed to compressed size; XML rarely passes 40, a zip bomb starts at 1000. */
export const MAX_RATIO = 200;
/** Below this size the ratio says nothing: a short repetitive page squeezes well. */
export const RATIO_FLOOR_BYTES = 4 * 1024 * 1024;
/** XML elements inside elements in a DOCX. */
export const MAX_XML_DEPTH = 256;
export const MAX_PDF_PAGES = 5000;
/** UTF-16 units of one sentence given to the statement rules; a longer one is cut there. */
export const MAX_SENTENCE_UNITS = 1600;
/** UTF-16 units of one quotation; a mark left open longer than this is not a quotation. */
export const MAX_QUOTE_UNITS = 6000;
