// The network as a drawing: families in one outline, kinds of ties by their line, names where they have room.
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { NetworkView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import { layOutNetwork, towards } from "./network-layout.ts";
import { nameOffset, shortLabel, tiesWithWords } from "./network-names.ts";
import type { NetworkLayout, PlacedEdge, PlacedNode } from "./network-layout.ts";

const kinds = ["kin", "held", "speaks", "other"] as const;
/** With more people than this a narrow screen scrolls sideways instead of squeezing. */
const crowd = 24;
const crowdWidth = 760;

function useWidth(): readonly [(element: HTMLDivElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver>(undefined);
  useEffect(() => () => observer.current?.disconnect(), []);
  const [measure] = useState(() => (element: HTMLDivElement | null): void => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry?.contentRect.width ?? 0)),
    );
    observer.current.observe(element);
  });
  return [measure, width];
}

export function Drawing({ view }: { readonly view: NetworkView }): ReactNode {
  const [measure, width] = useWidth();
  const hint = useId();
  const room = view.nodes.length > crowd ? Math.max(width, crowdWidth) : width;
  const layout = useMemo(
    () => (width < 100 ? null : layOutNetwork(view, room)),
    [view, width, room],
  );
  return (
    <div className="net">
      <div ref={measure} className="net__scroll">
        {layout === null ? null : <Picture layout={layout} view={view} hint={hint} />}
        <p id={hint} className="sr-only">
          {t("network.keys")}
        </p>
      </div>
      <ul className="net__legend" aria-hidden="true">
        {kinds
          .filter((kind) => view.edges.some((edge) => edge.kind === kind))
          .map((kind) => (
            <li key={kind}>
              <svg width={34} height={10}>
                <line className={`net__edge net__edge--${kind}`} x1={0} x2={34} y1={5} y2={5} />
              </svg>
              {t(`network.kind.${kind}`)}
            </li>
          ))}
      </ul>
    </div>
  );
}

const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;

function Picture({
  layout,
  view,
  hint,
}: {
  readonly hint: string;
  readonly layout: NetworkLayout;
  readonly view: NetworkView;
}): ReactNode {
  const navigate = useNavigate();
  const [active, setActive] = useState(view.middle);
  const [pointed, setPointed] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const shown = pointed ?? active;
  const current = layout.nodes.find(({ node }) => node.id === active) ?? layout.nodes[0];
  const near = useMemo(() => {
    const ids = new Set([shown]);
    for (const { edge } of layout.edges) {
      if (edge.from === shown) ids.add(edge.to);
      if (edge.to === shown) ids.add(edge.from);
    }
    return ids;
  }, [layout, shown]);
  const worded = useMemo(() => tiesWithWords(layout, shown), [layout, shown]);
  const onKeyDown = (key: KeyboardEvent): void => {
    if (current === undefined) return;
    if (key.key === "Enter") {
      void navigate({ to: "/people/$id", params: { id: current.node.id } });
      return;
    }
    const arrow = arrows.find((one) => one === key.key);
    if (arrow === undefined) return;
    key.preventDefault();
    const next = towards(layout.nodes, current, arrow);
    if (next === null) return;
    setActive(next.node.id);
    setPointed(null);
    const found = svg.current?.querySelector<SVGGElement>(
      `[data-node="${CSS.escape(next.node.id)}"]`,
    );
    found?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one listener for all its links
    <svg
      ref={svg}
      className="net__svg"
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label={t("network.drawingLabel", {
        people: t("network.people", { count: layout.nodes.length }),
        ties: t("network.ties", { count: layout.edges.length }),
      })}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
    >
      {layout.families.map(({ id, path }) => (
        <path key={id} className="net__family" d={path} aria-hidden="true" />
      ))}
      <g aria-hidden="true">
        {layout.edges.map((edge) => (
          <Edge
            key={edge.edge.id}
            placed={edge}
            hasWords={worded.has(edge.edge.id)}
            isNear={edge.edge.from === shown || edge.edge.to === shown}
          />
        ))}
      </g>
      {layout.nodes.map((placed) => (
        <Node
          key={placed.node.id}
          placed={placed}
          isMiddle={placed.node.id === view.middle}
          isActive={placed === current}
          isNear={near.has(placed.node.id)}
          isShown={placed.node.id === shown}
          onPoint={setPointed}
          onOpen={(id) => void navigate({ to: "/people/$id", params: { id } })}
          onFocus={setActive}
        />
      ))}
      {/* The name of the one that is looked at lies on top of everything. */}
      <Name placed={layout.nodes.find(({ node }) => node.id === shown)} />
    </svg>
  );
}

function Edge({
  placed: { edge, from, to },
  isNear,
  hasWords,
}: {
  readonly placed: PlacedEdge;
  readonly isNear: boolean;
  readonly hasWords: boolean;
}): ReactNode {
  return (
    <>
      <line
        className={`net__edge net__edge--${edge.kind}${isNear ? " net__edge--near" : ""}`}
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
      />
      {hasWords ? (
        <text className="net__edge-text" x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 - 3}>
          {shortLabel(edge.label)}
        </text>
      ) : null}
    </>
  );
}

interface NodeProps {
  readonly placed: PlacedNode;
  readonly isMiddle: boolean;
  readonly isActive: boolean;
  readonly isNear: boolean;
  readonly isShown: boolean;
  readonly onPoint: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
  readonly onFocus: (id: string) => void;
}

function Node({
  placed,
  isMiddle,
  isActive,
  isNear,
  isShown,
  onPoint,
  onOpen,
  onFocus,
}: NodeProps): ReactNode {
  const { node, x, y, radius, name, ties } = placed;
  return (
    <g
      className={`net__node${isMiddle ? " net__node--middle" : ""}${isNear ? " net__node--near" : ""}`}
      transform={`translate(${x} ${y})`}
      data-node={node.id}
      role="link"
      tabIndex={isActive ? 0 : -1}
      aria-label={t("network.node", {
        label: node.label,
        count: t("network.ties", { count: ties }),
      })}
      onPointerEnter={() => onPoint(node.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onFocus(node.id)}
      onClick={() => onOpen(node.id)}
    >
      <circle className="net__hit" r={22} />
      {isMiddle ? <circle className="net__ring" r={radius + 4} /> : null}
      <circle className="net__dot" r={radius} />
      {name !== null && !isShown ? (
        <text
          className="net__name"
          y={nameOffset(radius, name)}
          lang={node.lang}
          aria-hidden="true"
        >
          {shortLabel(node.label)}
        </text>
      ) : null}
    </g>
  );
}

function Name({ placed }: { readonly placed: PlacedNode | undefined }): ReactNode {
  if (placed === undefined) return null;
  return (
    <text
      className="net__name net__name--shown"
      x={placed.x}
      y={placed.y + nameOffset(placed.radius, placed.name ?? "below")}
      lang={placed.node.lang}
      aria-hidden="true"
    >
      {shortLabel(placed.node.label)}
    </text>
  );
}

/** Names in HTML keep their own direction. */
export function PersonName({
  node,
}: {
  readonly node: NetworkView["nodes"][number] | undefined;
}): ReactNode {
  return node === undefined ? null : (
    <Bidi lang={node.lang} script={node.script}>
      {node.label}
    </Bidi>
  );
}
