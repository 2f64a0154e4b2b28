// Proceedings as read from what sources say. Plain data: it crosses HTTP as it stands.

/** One source's word for something. */
export interface SaidBy {
  readonly claim: string;
  readonly source: string;
  readonly sourceTitle: string;
  readonly review: string;
  readonly quote?: string;
}

export interface ProceedingDate {
  readonly property: "hearing" | "deadline" | "removalDate" | "opened";
  readonly edtf: string;
  readonly text: string;
  /** First and last possible day; null where open. */
  readonly first: string | null;
  readonly last: string | null;
  readonly said: readonly SaidBy[];
}

export interface ProceedingText {
  /** Code of a vocabulary or of a place, where there is one. */
  readonly code?: string;
  readonly text: string;
  readonly said: readonly SaidBy[];
}

export interface ProceedingView {
  readonly id: string;
  /** As `L-7K3F9Q2M`. */
  readonly number: string;
  readonly label: string;
  /** The people it is about. */
  readonly people: readonly string[];
  readonly kinds: readonly ProceedingText[];
  readonly countries: readonly ProceedingText[];
  readonly courts: readonly ProceedingText[];
  readonly caseNumbers: readonly ProceedingText[];
  readonly dates: readonly ProceedingDate[];
  readonly outcomes: readonly ProceedingText[];
  readonly destinations: readonly ProceedingText[];
  readonly assurances: readonly ProceedingText[];
  readonly lawyers: readonly ProceedingText[];
  /** Time zones of its countries, to choose from. */
  readonly zones: readonly string[];
}
