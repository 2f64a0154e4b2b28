// Interim measures: which international bodies could be asked to stop a removal from a country, and which not, and why.
// Invariant: what our data does not say is "unknown", never "no"; every line says whose data it is and of which day.
// Rule 39 of the Rules of Court (European Court of Human Rights); rule 114 of the Committee against Torture's rules of
// procedure; rule 94 of the Human Rights Committee's (Optional Protocol to the Covenant on civil and political rights).
import { type Bound, cat22Declared, echrBinds } from "../../model/index.ts";
import type { ProceedingView } from "./views.ts";

export interface InterimView {
  readonly body: "ecthr-39" | "cat-22" | "hrc-op1";
  readonly label: string;
  /** ISO 3166-1 code of the country that would have to stop. */
  readonly country: string;
  /** `yes`: the country is bound. `no`: it is not. `unknown`: not in our data; look it up. */
  readonly open: Bound["bound"];
  readonly why: string;
  readonly source: string;
  /** The day the data speaks to; empty where there is none. */
  readonly asOf: string;
}

const removes: ReadonlySet<string> = new Set([
  "deportation",
  "extradition",
  "asylum",
  "immigration-detention",
  "border-crossing",
]);

/** For each country with a proceeding that may end in removal, the bodies that could be asked. `today`: an ISO day. */
export function interimMeasures(
  proceedings: readonly ProceedingView[],
  today: string,
): InterimView[] {
  const threatening = proceedings.filter(
    ({ kinds, dates }) =>
      kinds.some(({ code }) => code !== undefined && removes.has(code)) ||
      dates.some(({ property }) => property === "removalDate"),
  );
  const countries = new Set(
    threatening.flatMap((one) => one.countries.flatMap(({ code }) => code ?? [])),
  );
  return [...countries].toSorted().flatMap((country) => [
    line("ecthr-39", country, echrBinds(country, today)),
    line("cat-22", country, cat22Declared(country)),
    line("hrc-op1", country, {
      bound: "unknown",
      source: "UN Treaty Collection, chapter IV.5",
      asOf: "",
    }),
  ]);
}

const labels: Readonly<Record<InterimView["body"], string>> = {
  "ecthr-39": "European Court of Human Rights, rule 39",
  "cat-22": "Committee against Torture, article 22, rule 114",
  "hrc-op1": "Human Rights Committee, Optional Protocol, rule 94",
};

const reasons: Readonly<Record<InterimView["body"], Readonly<Record<Bound["bound"], string>>>> = {
  "ecthr-39": {
    yes: "The state is a party to the European Convention on Human Rights.",
    no: "The state is no longer a party to the European Convention on Human Rights.",
    unknown: "The state is not among the parties of the European Convention in our data.",
  },
  "cat-22": {
    yes: "The state has declared under article 22 that the Committee may hear individuals.",
    no: "The state has not declared that the Committee may hear individuals.",
    unknown: "Our data does not say whether the state has declared under article 22. Look it up.",
  },
  "hrc-op1": {
    yes: "The state is a party to the Optional Protocol.",
    no: "The state is not a party to the Optional Protocol.",
    unknown: "Our data does not hold the parties of the Optional Protocol. Look it up.",
  },
};

function line(
  body: InterimView["body"],
  country: string,
  { bound, source, asOf }: Bound,
): InterimView {
  return {
    body,
    label: labels[body],
    country,
    open: bound,
    why: reasons[body][bound],
    source,
    asOf,
  };
}
