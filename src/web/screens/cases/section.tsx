// A part of a case: its heading, what can be added, and why it is empty.
import { useId } from "react";
import type { ReactNode } from "react";

export function Section({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className="case-part" aria-labelledby={id}>
      <header className="case-part__head">
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
