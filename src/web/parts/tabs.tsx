// Tabs that are links: each has an address and survives a reload.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { LinkProps } from "@tanstack/react-router";
import { number } from "../messages/index.ts";

export interface TabLink {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly link: LinkProps;
}

export function Tabs({
  label,
  tabs,
  current,
}: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly current: string;
}): ReactNode {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the row scrolls; the tab one is on must be seen. Only the row moves, never the page.
    const nav = row.current;
    const tab = nav?.querySelector<HTMLElement>(".tabs__tab--on");
    if (!nav || !tab) return;
    const [outer, inner] = [nav.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right)
      nav.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [current]);
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          {...tab.link}
          className={tab.key === current ? "tabs__tab tabs__tab--on" : "tabs__tab"}
          {...(tab.key === current ? { "aria-current": "page" as const } : {})}
          activeOptions={{ exact: true, includeSearch: true, includeHash: true }}
          resetScroll={false}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="count">{number(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
