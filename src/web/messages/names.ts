// Names of languages, scripts, properties and terms, as people read them.
import { propertyOf, schemaOf, termLabel } from "../../model/index.ts";
import { locale, tIf } from "./translate.ts";

const languages = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
const scripts = new Intl.DisplayNames([locale], { type: "script", fallback: "code" });
/** CLDR's long forms are for lists of fonts; these are what people say. */
const shortScripts: Readonly<Record<string, string>> = {
  Hans: "Chinese",
  Hant: "Chinese",
  Hani: "Chinese",
  Latn: "Latin",
  Cyrl: "Cyrillic",
  Arab: "Arabic",
};

function nameOf(of: Intl.DisplayNames, code: string): string | undefined {
  try {
    return of.of(code);
  } catch {
    return undefined;
  }
}

/** `kk` as "Kazakh"; undefined for an unknown or undetermined one. */
export function languageName(code: string | undefined): string | undefined {
  return code === undefined || code === "" || code === "und" ? undefined : nameOf(languages, code);
}

/** `Cyrl` as "Cyrillic". */
export function scriptName(code: string | undefined): string | undefined {
  return code === undefined || code === "" || code === "Zyyy"
    ? undefined
    : (shortScripts[code] ?? nameOf(scripts, code));
}

/** A property's label: the catalogue's where it has one, else the schema's own. */
export function propertyLabel(schema: string, property: string): string {
  return tIf(`property.${schema}.${property}`) ?? propertyOf(schema, property)?.label ?? property;
}

export function schemaLabel(schema: string): string {
  return tIf(`schema.${schema}`) ?? schemaOf(schema)?.label ?? schema;
}

export function schemaPlural(schema: string): string {
  return tIf(`schema.${schema}.plural`) ?? schemaOf(schema)?.plural ?? schema;
}

/** A vocabulary term in words. */
export function termText(vocabulary: string, code: string): string {
  return tIf(`term.${vocabulary}.${code}`) ?? termLabel(vocabulary, code);
}
