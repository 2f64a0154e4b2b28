// The nouns of this room: what was received and what a reading of it suggests.
// Invariant: every span is a pair of UTF-16 offsets into the received text, which never changes.

/** Half-open range of UTF-16 units in the received text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ReceivedKind =
  | "text"
  | "markdown"
  | "html"
  | "pdf"
  | "docx"
  | "vtt"
  | "srt"
  | "image"
  | "audio"
  | "video"
  | "unknown";

/** Something a person should know about how the text was obtained. Never contains text of the file. */
export interface Note {
  readonly code:
    | "charset-declared"
    | "charset-guessed"
    | "replaced-bytes"
    | "no-text-layer"
    | "pages-left-out"
    | "page-unreadable"
    | "too-deep-to-clean"
    | "not-text"
    | "bidi-controls"
    | "cue-malformed";
  readonly detail?: string;
}

/** One subtitle of a transcript; times are milliseconds from the start of the recording. */
export interface Cue extends Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** The text of a file as it will be kept; all later offsets point into `text`. */
export interface Received {
  readonly kind: ReceivedKind;
  readonly mime: string;
  readonly text: string;
  /** IANA-style name of the encoding the bytes were read with; empty when the kind carries its own. */
  readonly encoding: string;
  readonly name?: string;
  /** The page's own markup, for kind `html` only: `text` is derived from it. */
  readonly html?: string;
  readonly pages?: readonly Span[];
  readonly cues?: readonly Cue[];
  readonly notes: readonly Note[];
}

export type MaskKind =
  | "headline"
  | "standfirst"
  | "byline"
  | "dateline"
  | "date"
  | "caption"
  | "body"
  | "boilerplate"
  | "publisher";

export interface MaskSpan extends Span {
  readonly kind: MaskKind;
}

/** A proposed value; `span` is null where it came from outside the text (markup, address, file name). */
export interface Suggestion {
  readonly value: string;
  readonly span: Span | null;
  /** Name of the rule that fired. */
  readonly rule: string;
  /** 0–1, comparable only between suggestions of the same kind. */
  readonly confidence: number;
}

export interface Meta {
  readonly headline?: Suggestion;
  readonly publisher?: Suggestion;
  readonly author?: Suggestion;
  /** EDTF: `2019-11-27`, `2018-09`, `2018`. */
  readonly date?: Suggestion;
  readonly canonicalUrl?: Suggestion;
}

export interface Passage extends Span {
  /** BCP 47 primary language, or `und`. */
  readonly language: string;
  /** ISO 15924 script, for example `Latn`, `Cyrl`, `Arab`, `Hans`. */
  readonly script: string;
}

export type Mode = "direct" | "mixed" | "paraphrase";
export type Stance =
  | "asserts"
  | "denies"
  | "admits"
  | "demands"
  | "estimates"
  | "reframes"
  | "declines";
/** What a finder gives, before it has an id. */
export type Unmarked<S extends { readonly id: string }> = Omit<S, "id">;
/** A is the high-confidence band; C is worth a look only. */
export type Band = "A" | "B" | "C";

/** Somebody said something, as far as the rules can tell. */
export interface StatementSuggestion {
  /** Stable hash of kind and spans: the same text read again gives the same id. */
  readonly id: string;
  /** Empty when the text names no speaker (`reportedly`) or lost it (`speakerLost`). */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly mode: Mode;
  readonly stance: Stance;
  /** `say` speech, `relay` one outlet on another, `mind` belief, `want` wish or plan. */
  readonly act: "say" | "relay" | "mind" | "want";
  readonly addressee?: Span;
  /** The attribution this one stands inside. */
  readonly parent?: string;
  /** The allegation a denial answers, as a proposal: a statement's id or a span. */
  readonly answers?: { readonly statement?: string; readonly span: Span };
  readonly evidential?: boolean;
  readonly speakerLost?: boolean;
  /** The earlier, fuller mention a pronoun, a surname or `the brothers` points to. */
  readonly sourceOf?: Span;
  readonly rule: string;
  readonly confidence: number;
  readonly band: Band;
}

export type MentionType = "person" | "organization" | "place" | "group";

export interface MentionSuggestion extends Span {
  readonly id: string;
  readonly type: MentionType;
  readonly text: string;
  /** Role words beside a name: `chairman of the European Forum`. */
  readonly role?: Span;
  /** Mentions with the same number name the same thing inside this text. */
  readonly entity: number;
  readonly rule: string;
  readonly confidence: number;
}

export type Hedge =
  | "exact"
  | "about"
  | "at-least"
  | "at-most"
  | "more-than"
  | "less-than"
  | "range"
  | "vague";

export interface FigureSuggestion extends Span {
  readonly id: string;
  readonly hedge: Hedge;
  /** Lowest and highest value the words allow; null where the words set no bound (`dozens`). */
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  /** What is counted: `ethnic Kazakhs`. */
  readonly population?: Span;
  /** For a ratio, the whole it is taken of. */
  readonly of?: Span;
  readonly place?: Span;
  readonly asOf?: string;
  /** Id of the statement that asserts it; absent when the text itself does. */
  readonly statement?: string;
  readonly asserter: readonly Span[];
  readonly rule: string;
  readonly confidence: number;
}

export interface DateSuggestion extends Span {
  readonly id: string;
  /** EDTF, or null when the words are relative and no publication date is known. */
  readonly edtf: string | null;
  readonly relative: boolean;
  readonly rule: string;
  readonly confidence: number;
}

export interface ActSuggestion extends Span {
  readonly id: string;
  /** Term of the model's vocabulary of acts, for example `detention`, `beating`. */
  readonly act: string;
  /** HURIDOCS code where there is one. */
  readonly huridocs?: string;
  readonly person: readonly Span[];
  readonly negated: boolean;
  /** Id of the statement around it. */
  readonly statement?: string;
  /** True when it stands inside a denial: never to be shown as asserted. */
  readonly denied: boolean;
  readonly rule: string;
  readonly confidence: number;
}

export type PackName = "en" | "ru" | "kk" | "zh" | "tr" | "ug";

export interface Reading {
  /** BCP 47 primary language of most of the body, or `und`. */
  readonly language: string;
  readonly passages: readonly Passage[];
  readonly meta: Meta;
  readonly mask: readonly MaskSpan[];
  readonly statements: readonly StatementSuggestion[];
  readonly mentions: readonly MentionSuggestion[];
  readonly figures: readonly FigureSuggestion[];
  readonly dates: readonly DateSuggestion[];
  readonly acts: readonly ActSuggestion[];
  /** The language pack used; null means "not analysed", never "nothing said". */
  readonly pack: PackName | null;
}

export interface ReadOptions {
  /** Markup of the page when `received` is bare text taken from it by `textOf`. */
  readonly html?: string;
  /** Known publication date (EDTF); relative dates are resolved against it only. */
  readonly published?: string;
  readonly url?: string;
  /** File name, a legitimate hint for publisher and date. */
  readonly name?: string;
  /** Language given by the sender; otherwise it is detected. */
  readonly language?: string;
}
