// What the evidence page shows of a source.
export interface EvidenceFile {
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  readonly name?: string;
  /** The ledger's number of the entry that says it was kept. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

/** A file made from another one. */
export interface DerivedFile extends EvidenceFile {
  /** SHA-256 of the file it was made from. */
  readonly from: string;
  readonly tool?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface CustodyView {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  /** `received`: the source came into the vault; `derived`: a file was made from it; else as the entry says. */
  readonly action: string;
  readonly file?: string;
  readonly record?: string;
  readonly claim?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string;
}

export interface EvidenceView {
  readonly id: string;
  readonly kind: string;
  readonly title?: string;
  /** What came; null where only words were typed in. */
  readonly original: EvidenceFile | null;
  readonly derived: readonly DerivedFile[];
  /** In the order of time, the latest two thousand. */
  readonly custody: readonly CustodyView[];
  /** Records and statements that stand; claims as many as were ever taken from it. */
  readonly used: {
    readonly records: number;
    readonly claims: number;
    readonly statements: number;
    /** The first of the records, to be opened. */
    readonly first: readonly {
      readonly id: string;
      readonly schema: string;
      readonly label: string;
    }[];
  };
  /** The entry that added the source, and the first checkpoint that covers it. */
  readonly ledger: {
    readonly seq: number;
    readonly checkpoint: {
      readonly size: number;
      readonly at: number;
      readonly why: string;
      readonly cosignatures: number;
    } | null;
  };
}
