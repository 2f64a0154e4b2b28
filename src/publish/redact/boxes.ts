// Boxes that are blacked out, and the asks and answers that cross to the process which does it.
// Units: pixels of the picture as it is shown, or points (1/72 inch) of a PDF page as it is shown; from the upper left corner.

export interface Box {
  /** From 1; a picture is one page. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MAX_BOXES = 2_000;
/** A process that blacks out a document may take this long. */
export const REDACT_TIME_MS = 60_000;

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export type RedactAsk =
  | { readonly task: "pages"; readonly bytes: Uint8Array }
  /** One page drawn as a PNG at most `pixels` wide or high. */
  | { readonly task: "draw"; readonly bytes: Uint8Array; readonly page: number; readonly pixels: number } // prettier-ignore
  | { readonly task: "find"; readonly bytes: Uint8Array; readonly words: string }
  | ({ readonly task: "redact"; readonly bytes: Uint8Array } & Redaction);

/** What is to be blacked out. */
export interface Redaction {
  readonly boxes: readonly Box[];
  /** Words that are blacked out wherever they stand in a PDF. */
  readonly every: readonly string[];
  /** What is under a box may stand elsewhere in the file: somebody looked, and it may stay. */
  readonly leaveElsewhere: boolean;
}

export interface Redacted {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** Name and version of what made it. */
  readonly tool: string;
  /** Every box that was blacked out, those for words among them. */
  readonly boxes: readonly Box[];
}

/** Whether every box has a size and lies at least partly on a page of this file. */
export function fitPages(boxes: readonly Box[], pages: readonly PageSize[]): boolean {
  return boxes.every(({ page, x, y, width, height }) => {
    const size = pages[page - 1];
    return (
      size !== undefined &&
      width > 0 &&
      height > 0 &&
      x < size.width &&
      y < size.height &&
      x + width > 0 &&
      y + height > 0
    );
  });
}
