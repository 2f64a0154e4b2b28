// What a relative's appeal holds, as the form writes it and the vault reads it.
// Invariant: nothing but a name and the consent is required; every field has a limit, and the form and the door share it.

/** Raised when the shape changes so that an older vault would misread it. */
export const appealVersion = 1;
export const appealLimits = {
  people: 50,
  namesOfOne: 10,
  files: 30,
  fileBytes: 50 * 1024 * 1024,
  /** All files of an appeal together. */
  allBytes: 100 * 1024 * 1024,
  /** UTF-16 units of what fits on a line, and of what is told at length. */
  line: 500,
  words: 10_000,
} as const;

/** Who the missing person is to the sender; codes of the vocabulary `relationship-kind`. */
export const appealRelations = [
  "husband",
  "wife",
  "father",
  "mother",
  "son",
  "daughter",
  "brother",
  "sister",
  "relative",
  "friend",
  "neighbour",
  "colleague",
  "self",
] as const;

/** Codes of the vocabulary `knows`, in the words of the form. */
export const appealKnows = [
  "lived-it",
  "saw-it",
  "told-by-the-person",
  "phone-or-chat",
  "letter",
  "official-notice",
  "document-seen",
  "told-by-another",
  "read-it",
  "rumour",
] as const;

/** Codes of the vocabulary `audience`, from the fewest eyes to the most. */
export const appealAudiences = [
  "inside",
  "un-quiet",
  "un-named",
  "partners",
  "public-no-name",
  "public-initials",
  "public-name",
] as const;

export interface AppealPerson {
  /** The name in each writing the sender knows, the first one first. */
  readonly names: readonly string[];
  readonly sex?: "female" | "male";
  /** Dates stay in the sender's words here. */
  readonly born?: string;
  readonly from?: string;
  readonly relation?: string;
  readonly taken?: string;
  readonly takenFrom?: string;
  readonly takenBy?: string;
  readonly heldAt?: string;
  readonly lastHeard?: string;
  readonly happened?: string;
  readonly knows?: string;
}

export interface AppealFile {
  /** Its name inside the archive. */
  readonly entry: string;
  /** Its name on the sender's device. */
  readonly name: string;
  readonly bytes: number;
  readonly about?: string;
}

export interface AppealSender {
  readonly name?: string;
  readonly contact?: string;
  /** How to get in touch without harm. */
  readonly care?: string;
}

export interface Appeal {
  readonly format: "guwah-appeal";
  readonly version: typeof appealVersion;
  /** 32 hexadecimal digits drawn when the form was begun; saving it again keeps them. */
  readonly id: string;
  /** ISO time by the sender's clock. */
  readonly made: string;
  /** BCP 47 tag of the language the form was shown in. */
  readonly language: string;
  readonly people: readonly AppealPerson[];
  readonly done?: string;
  readonly files: readonly AppealFile[];
  readonly sender?: AppealSender;
  readonly consent: {
    readonly wording: string;
    readonly audiences: readonly string[];
    /** How the sender sees the risk for the people named, if it becomes known that somebody spoke. */
    readonly risk?: string;
  };
}

/** The entry of the archive that holds the `Appeal`; it comes first. */
export const appealEntry = "appeal.json";

/** What is told over the phone to confirm that a file arrived: the first 40 bits of its SHA-256, in Crockford's base 32. */
export function receiptCode(sha256Hex: string): string {
  const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bits = BigInt(`0x${sha256Hex.slice(0, 10)}`);
  const code = Array.from(
    { length: 8 },
    (_, i) => signs[Number((bits >> BigInt(35 - 5 * i)) & 31n)],
  );
  return `${code.slice(0, 4).join("")}-${code.slice(4).join("")}`;
}
