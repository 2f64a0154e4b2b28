import type { ReactNode } from "react";

/** The name of the program, and the same word in Uyghur. */
export function Mark(): ReactNode {
  return (
    <span className="mark">
      Guwah{" "}
      <bdi lang="ug" dir="rtl">
        گۇۋاھ
      </bdi>
    </span>
  );
}
