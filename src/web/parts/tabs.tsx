// Tabs that are links: each has an address and survives a reload.
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
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          {...tab.link}
          className={tab.key === current ? "tabs__tab tabs__tab--on" : "tabs__tab"}
          {...(tab.key === current ? { "aria-current": "page" as const } : {})}
          resetScroll={false}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="count">{number(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
