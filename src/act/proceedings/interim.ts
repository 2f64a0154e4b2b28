// Interim measures: which international bodies could be asked to stop a removal from a country, and which not, and why.

export interface InterimView {
  /** `ecthr-39`, `cat-22`, `ced-31` … */
  readonly body: string;
  readonly label: string;
  /** ISO 3166 code of the country it is about. */
  readonly country: string;
  /** `yes`: the country is bound. `no`: it is not. `unknown`: not in our data; look it up. */
  readonly open: "yes" | "no" | "unknown";
  readonly why: string;
  readonly source: string;
  /** The day the data speaks to, or a year and month. */
  readonly asOf: string;
}
