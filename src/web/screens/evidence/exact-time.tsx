// A moment to the minute and in UTC: "yesterday" is no answer before a court.
import type { ReactNode } from "react";

export function ExactTime({ at }: { readonly at: number }): ReactNode {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} dir="ltr">
      {`${iso.slice(0, 16).replace("T", " ")} UTC`}
    </time>
  );
}
