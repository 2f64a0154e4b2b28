// The page as it would leave, drawn from its own HTML.
// Invariant: only the few elements a report is made of are drawn, without attributes; whatever else were in it is not.
import { createElement, Fragment, useMemo } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";

/** The page's headings stand below the screen's own. */
const drawn: Readonly<Record<string, string>> = {
  H1: "h2",
  H2: "h3",
  H3: "h4",
  P: "p",
  B: "b",
  BDI: "bdi",
  SPAN: "span",
  UL: "ul",
  OL: "ol",
  LI: "li",
  SUP: "sup",
  CODE: "code",
  SECTION: "section",
  DIV: "div",
};

const classes = new Set(["quiet", "status", "blank", "said", "form"]);

export function Paper({ html }: { readonly html: string }): ReactNode {
  const body = useMemo(() => bodyOf(html), [html]);
  return (
    <article
      className="rebuttal__paper"
      lang="en"
      aria-label={t("rebuttal.preview")}
      // A long page inside a box scrolls by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {childrenOf(body)}
    </article>
  );
}

/** Without the paper's own style, which the page's policy would refuse aloud. */
function bodyOf(html: string): HTMLElement {
  const end = html.indexOf("</head>");
  return new DOMParser().parseFromString(html.slice(Math.max(end, 0)), "text/html").body;
}

function childrenOf(node: Node): ReactNode[] {
  return [...node.childNodes].map((child, at) => (
    // Parts of a page have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>{partOf(child)}</Fragment>
  ));
}

function partOf(node: Node): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  const tag = drawn[node.tagName];
  // A link leads to its footnote on paper; here its number says enough.
  if (tag === undefined) return node.tagName === "A" ? childrenOf(node) : null;
  const name = classes.has(node.className) ? `rebuttal__${node.className}` : undefined;
  return createElement(tag, name === undefined ? null : { className: name }, ...childrenOf(node));
}
