// What is shown of a picture, a document or a recording. Plain data: it crosses HTTP as it stands.

/** What is told of a file, by what it is about. */
export type TagKey =
  | "camera"
  | "lens"
  | "serial"
  | "time"
  | "place"
  | "software"
  | "author"
  | "title"
  | "description"
  | "copyright"
  | "duration"
  | "changed";

/** One thing a file says of itself. Whoever made the file can have written anything there. */
export interface FileTag {
  readonly key: TagKey;
  readonly value: string;
  /** Where in the file it stands: `EXIF DateTimeOriginal`. */
  readonly tag?: string;
}

/** What of it was written into the ledger when the file was first looked at. */
export interface KeptSayings {
  readonly seq: number;
  /** Milliseconds since 1970, by our clock. */
  readonly at: number;
  readonly keys: readonly string[];
}

export interface PictureView {
  readonly form: string | null;
  /** As shown, after turning; null where it was not decoded. */
  readonly width: number | null;
  readonly height: number | null;
  readonly tags: readonly FileTag[];
  readonly hasThumbnail: boolean;
  /** Null: nothing of it is in the ledger. */
  readonly kept: KeptSayings | null;
  /** Why it could not be looked into or drawn. */
  readonly problem?: string;
}

export interface AlikePicture {
  readonly id: string;
  readonly title: string;
  /** Bits of 64 that differ; 0 looks the same. */
  readonly distance: number;
}
