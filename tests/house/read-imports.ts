// What a source file imports, taken from its syntax tree, so that comments and strings never count.
// Invariant: an import that cannot be told from the text is reported as such, not left out.
import { parseSync } from "vite";

/** One import of a file. */
export interface Import {
  /** As written; none when it is computed. */
  readonly specifier: string | undefined;
  /** Whether it vanishes when types are stripped. */
  readonly typeOnly: boolean;
}

/**
 * Finds static and dynamic imports, re-exports, types written as `import("…")`, and `new URL("./…", import.meta.url)`,
 * by which workers and data files are reached.
 * @param path decides whether the text is TSX
 * @throws Error when the text is not TypeScript
 */
export function readImports(path: string, text: string): Import[] {
  const { program, module, errors } = parseSync(path, text);
  const fault = errors[0];
  if (fault !== undefined) throw new Error(`${path} cannot be parsed: ${fault.message}`);
  const statics = module.staticImports.map((found) => ({
    specifier: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const exports = module.staticExports.flatMap((found) => found.entries);
  const reexports = exports.flatMap(({ moduleRequest, isType }) =>
    moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
  );
  return [...statics, ...reexports, ...importsWithin(program)];
}

/** A node of the syntax tree, as far as it is looked at here. */
interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

function importsWithin(value: unknown): Import[] {
  if (Array.isArray(value)) return value.flatMap(importsWithin);
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  const inside = Object.values(node).flatMap(importsWithin);
  switch (node.type) {
    case "ImportExpression":
      return [{ specifier: literal(node["source"]), typeOnly: false }, ...inside];
    case "TSImportType":
      return [
        { specifier: literal(node["source"] ?? node["argument"]), typeOnly: true },
        ...inside,
      ];
    case "NewExpression": {
      const [first, second] = node["arguments"] as [Node?, Node?];
      const isUrl = (node["callee"] as Node)["name"] === "URL" && isImportMetaUrl(second);
      return isUrl ? [{ specifier: literal(first), typeOnly: false }, ...inside] : inside;
    }
    default:
      return inside;
  }
}

function literal(value: unknown): string | undefined {
  const node = value as Node | undefined;
  if (node?.type === "TSLiteralType") return literal(node["literal"]);
  return node?.type === "Literal" && typeof node["value"] === "string" ? node["value"] : undefined;
}

function isImportMetaUrl(node: Node | undefined): boolean {
  return node?.type === "MemberExpression" && (node["object"] as Node).type === "MetaProperty";
}
