// Whose word a value is: a link to the claim's passage for each source.
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { SaidBy } from "../../api/views.ts";
import { Bidi } from "../../parts/index.ts";

export function SaidIn({ said }: { readonly said: readonly SaidBy[] }): ReactNode {
  return (
    <small className="case-said">
      {said.map(({ claim, source, sourceTitle, quote }) => (
        <Link
          key={claim}
          to="/sources/$id"
          params={{ id: source }}
          {...(quote === undefined ? {} : { title: quote })}
        >
          <Bidi>{sourceTitle}</Bidi>
        </Link>
      ))}
    </small>
  );
}
