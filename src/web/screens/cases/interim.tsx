// Which bodies could be asked to stop a removal, and why or why not. What our data does not say is “look it up”, never “no”.
import type { ReactNode } from "react";
import type { InterimView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { edtfText, Tag } from "../../parts/index.ts";

const tones = { yes: "good", no: "bad", unknown: "warn" } as const;
const words = {
  yes: "case.interimYes",
  no: "case.interimNo",
  unknown: "case.interimUnknown",
} as const;
const countries = new Intl.DisplayNames(["en"], { type: "region" });

export function Interim({ lines }: { readonly lines: readonly InterimView[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <div className="case-interim">
      <h3>{t("case.interim")}</h3>
      <ul className="sheet day-lines">
        {lines.map(({ body, country, label, open, why, source, asOf }) => (
          <li key={body + country} className="day-line">
            <div>
              <Tag tone={tones[open]} sign={open === "unknown" ? "?" : ""}>
                {t(words[open])}
              </Tag>{" "}
              <strong>{label}</strong> · {nameOf(country)}
            </div>
            <div className="small">
              {why}{" "}
              <span className="quiet">
                {asOf === "" ? source : t("case.asOf", { source, day: edtfText(asOf) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(country: string): string {
  try {
    return countries.of(country) ?? country;
  } catch {
    return country;
  }
}
