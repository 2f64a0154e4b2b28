// Where people stand in the drawing: those tied near each other, families together, the person in the middle.
// Invariant: the same people and ties give the same drawing, in whatever order they come; no two names lie on each other.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { namesWithRoom } from "./network-names.ts";
import type { Spot } from "./network-names.ts";
import type { NetworkEdge, NetworkNode, NetworkView } from "../../api/views.ts";

export interface PlacedNode {
  readonly node: NetworkNode;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Where its name has room; null: nowhere, it is shown on hover and focus. */
  readonly name: "below" | "above" | null;
  readonly ties: number;
}

export interface PlacedEdge {
  readonly edge: NetworkEdge;
  readonly from: PlacedNode;
  readonly to: PlacedNode;
}

export interface NetworkLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** Outlines around families of three and more, as SVG paths. */
  readonly families: readonly { readonly id: string; readonly path: string }[];
}

interface Body {
  readonly node: NetworkNode;
  x: number;
  y: number;
  vx?: number;
  vy?: number;
  fx?: number;
  fy?: number;
}

const ticks = 220;
const few = 30;
const narrow = 560;
const lowest = 240;
const highest = 1_000;
const margin = { x: 70, y: 36 };
/** Farther than this apart two bodies hardly push each other; without an end single people fly off. */
const reach = 420;

/** Numbers between 0 and 1, the same every time (a linear congruential generator, Numerical Recipes). */
function seeded(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Lays a network out in a drawing `width` pixels wide; its height follows from the number of people. */
export function layOutNetwork(view: NetworkView, width: number): NetworkLayout {
  const nodes = view.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const known = new Set(nodes.map(({ id }) => id));
  const edges = view.edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bodies = simulate(nodes, edges, view.middle);
  // A narrow screen has room downwards: the same drawing, turned.
  const isNarrow = width < narrow;
  if (isNarrow) for (const body of bodies) [body.x, body.y] = [body.y, body.x];
  return drawn({ bodies, edges, middle: view.middle, width, isNarrow });
}

function simulate(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  middle: string,
): Body[] {
  // A sunflower spiral to begin with: nobody stands on anybody, and the middle in the middle.
  const ordered = nodes.toSorted(
    (a, b) =>
      a.distance - b.distance ||
      (a.family < b.family ? -1 : a.family > b.family ? 1 : a.id < b.id ? -1 : 1),
  );
  const bodies = ordered.map((node, i): Body => {
    const [r, angle] = [26 * Math.sqrt(i), i * 2.399963];
    const at = { x: r * Math.cos(angle), y: r * Math.sin(angle) };
    return node.id === middle ? { node, ...at, fx: 0, fy: 0 } : { node, ...at };
  });
  // A few people have room enough for all their names.
  const room = nodes.length <= few ? 1.7 : 1;
  const links = edges.map(({ from, to, kind }) => ({ source: from, target: to, kind }));
  const simulation = forceSimulation(bodies)
    .randomSource(seeded())
    .force(
      "link",
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ node }) => node.id)
        .distance(({ kind }) => (kind === "kin" ? 66 : 120) * room)
        .strength(({ kind }) => (kind === "kin" ? 0.7 : 0.25)),
    )
    .force("push", forceManyBody<Body>().strength(-320).distanceMax(reach))
    .force("apart", forceCollide<Body>(30 * room))
    // Wider than high, as screens are.
    .force("x", forceX<Body>(0).strength(0.035))
    .force("y", forceY<Body>(0).strength(0.07))
    .force("family", familyForce(bodies))
    .stop();
  for (let i = 0; i < ticks; i++) simulation.tick();
  return bodies;
}

/** Draws the members of a family towards its middle. */
function familyForce(bodies: readonly Body[]): (alpha: number) => void {
  const families = [...Map.groupBy(bodies, ({ node }) => node.family).values()].filter(
    (family) => family.length > 1,
  );
  return (alpha) => {
    for (const family of families) {
      const x = family.reduce((sum, body) => sum + body.x, 0) / family.length;
      const y = family.reduce((sum, body) => sum + body.y, 0) / family.length;
      for (const body of family) {
        body.vx = (body.vx ?? 0) + (x - body.x) * 0.14 * alpha;
        body.vy = (body.vy ?? 0) + (y - body.y) * 0.14 * alpha;
      }
    }
  };
}

function drawn({
  bodies,
  edges,
  middle,
  width,
  isNarrow,
}: {
  readonly bodies: readonly Body[];
  readonly edges: readonly NetworkEdge[];
  readonly middle: string;
  readonly width: number;
  readonly isNarrow: boolean;
}): NetworkLayout {
  const [left, right] = extent(bodies.map(({ x }) => x));
  const [top, bottom] = extent(bodies.map(({ y }) => y));
  const scale = Math.min(
    1.6,
    (width - 2 * margin.x) / Math.max(1, right - left),
    (Math.min(isNarrow ? Infinity : highest, bodies.length * 22 + 260) - 2 * margin.y) /
      Math.max(1, bottom - top),
  );
  // No higher than what is drawn.
  const height = Math.max(lowest, Math.round((bottom - top) * scale + 2 * margin.y));
  const degree = new Map<string, number>();
  for (const { from, to } of edges)
    for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const placed = bodies.map(({ node, x, y }) => ({
    node,
    x: round(width / 2 + (x - (left + right) / 2) * scale),
    y: round(height / 2 + (y - (top + bottom) / 2) * scale),
    radius: node.id === middle ? 11 : 7,
    ties: degree.get(node.id) ?? 0,
  }));
  const named = namesWithRoom(placed);
  const nodes = placed.map((one): PlacedNode => ({ ...one, name: named.get(one.node.id) ?? null }));
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  return {
    width,
    height,
    nodes,
    edges: edges.flatMap((edge): PlacedEdge[] => {
      const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
      return from === undefined || to === undefined ? [] : [{ edge, from, to }];
    }),
    families: [...Map.groupBy(nodes, ({ node }) => node.family)]
      .filter(([, family]) => family.length > 2)
      .map(([id, family]) => ({ id, path: outline(family) })),
  };
}

const round = (n: number): number => Math.round(n * 10) / 10;

function extent(values: readonly number[]): [number, number] {
  return [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
}

/** The convex hull of some people (Andrew's monotone chain), to be drawn with a wide round stroke. */
function outline(people: readonly Spot[]): string {
  const points = people
    .map(({ x, y }) => [x, y] as const)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly (readonly [number, number])[]) => {
    const hull: (readonly [number, number])[] = [];
    for (const p of list) {
      for (;;) {
        const [a, b] = [hull.at(-2), hull.at(-1)];
        if (a === undefined || b === undefined) break;
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        hull.pop();
      }
      hull.push(p);
    }
    return hull.slice(0, -1);
  };
  const hull = [...half(points), ...half(points.toReversed())];
  return `M${hull.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
}

/** The nearest person in a direction, as an arrow key asks; null where nobody is that way. */
export function towards(
  nodes: readonly PlacedNode[],
  from: PlacedNode,
  key: "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown",
): PlacedNode | null {
  const [ux, uy] = (
    { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const
  )[key];
  const scored = nodes.flatMap((node) => {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const along = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy) + Math.abs(dy * ux);
    return node === from || along <= 0 || aside > along * 1.01
      ? []
      : [{ node, score: along + aside * 2 }];
  });
  return scored.toSorted((a, b) => a.score - b.score)[0]?.node ?? null;
}
