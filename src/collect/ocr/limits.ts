// How much reading a picture by machine may cost. Each limit stops one attack: a bomb of pixels, a program that hangs, one that eats memory.

/** Points of a page handed to the program; a larger one is drawn smaller. */
export const OCR_PIXELS = 24_000_000;
/** Dots per inch a page of a PDF is drawn with, where that stays below OCR_PIXELS. */
export const OCR_DPI = 300;
/** One page is given up after this long … */
export const OCR_TIME_MS = 180_000;
/** … or when the program needs more address space than this. */
export const OCR_MEMORY_MB = 2_048;
/** Pages of one ask. */
export const OCR_PAGES = 200;
/** Bytes of text of one page. */
export const OCR_TEXT_BYTES = 1024 * 1024;
/** Asking the program what it can may take this long. */
export const OCR_ASK_MS = 10_000;
/** A page of a PDF with this many letters has a text of its own. */
export const TEXT_LETTERS = 16;
