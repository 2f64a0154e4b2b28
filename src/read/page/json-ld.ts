// Reads the article's own JSON-LD (schema.org NewsArticle and kin).
// Invariant: untrusted JSON is walked with a budget; what does not parse is passed over.

export interface Linked {
  readonly headline?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly date?: string;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ARTICLE = /Article|Posting|Report|WebPage$/;
const MAX_NODES = 2000;

function parsed(raw: string): Json | undefined {
  // Pages in the wild leave raw line breaks and comment marks inside JSON-LD.
  const clean = raw
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, "")
    .replace(/[\u0000-\u001f]+/g, " ");
  try {
    return JSON.parse(clean) as Json;
  } catch {
    return undefined;
  }
}

function* nodes(start: Json): Generator<{ readonly [key: string]: Json }> {
  const queue: Json[] = [start];
  for (let seen = 0; queue.length > 0 && seen < MAX_NODES; seen++) {
    const value = queue.shift();
    if (Array.isArray(value))
      queue.push(...(value.slice(0, Math.max(0, MAX_NODES - queue.length)) as Json[]));
    else if (value && typeof value === "object") {
      const node = value as { readonly [key: string]: Json };
      yield node;
      for (const inner of [node["@graph"], node["mainEntity"], node["mainEntityOfPage"]])
        if (inner && typeof inner === "object") queue.push(inner);
    }
  }
}

function name(value: Json | undefined): string | undefined {
  if (typeof value === "string") return /^https?:/.test(value) ? undefined : value;
  if (Array.isArray(value)) {
    const names = value.map((item) => name(item as Json)).filter((item) => item !== undefined);
    return names.length > 0 ? names.slice(0, 5).join(", ") : undefined;
  }
  if (value && typeof value === "object")
    return name((value as { readonly [key: string]: Json })["name"]);
  return undefined;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function typeOf(node: { readonly [key: string]: Json }): string {
  const type = node["@type"];
  return Array.isArray(type) ? type.join(" ") : typeof type === "string" ? type : "";
}

/** First article node's fields; schema.org 29. */
export function jsonLdOf(document: Document): Linked {
  let best: Linked = {};
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = parsed(script.textContent ?? "");
    if (json === undefined) continue;
    for (const node of nodes(json)) {
      if (!ARTICLE.test(typeOf(node))) continue;
      const found = pick({
        headline: text(node["headline"]),
        publisher: name(node["publisher"]),
        author: name(node["author"]) ?? name(node["creator"]),
        date: text(node["datePublished"]) ?? text(node["dateCreated"]),
      });
      // An Article outranks the WebPage around it; the first of a kind wins.
      best = typeOf(node).endsWith("WebPage")
        ? { ...found, ...best }
        : { ...best, ...found, ...(best.headline ? { headline: best.headline } : {}) };
    }
  }
  return best;
}

function pick(values: Record<keyof Linked, string | undefined>): Linked {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
