// What a picture says of itself: EXIF, IPTC, XMP and the text of PNG, told as a few plain lines.
// Invariant: everything here was written by whoever made the file; it is shown as that and decides nothing.
import ExifReader from "exifreader";
import { MAX_TAG_UNITS } from "./limits.ts";
import type { FileTag, TagKey } from "./views.ts";

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** Where each thing may be told, the likeliest first: a group and a tag of it. */
const places: readonly (readonly [TagKey, readonly (readonly [string, string])[]])[] = [
  ["camera", [["exif", "Model"], ["xmp", "Model"]]], // prettier-ignore
  ["lens", [["exif", "LensModel"], ["xmp", "Lens"]]], // prettier-ignore
  ["serial", [["exif", "BodySerialNumber"], ["xmp", "SerialNumber"]]], // prettier-ignore
  [
    "time",
    [
      ["exif", "DateTimeOriginal"],
      ["exif", "DateTimeDigitized"],
      ["xmp", "DateTimeOriginal"],
      ["xmp", "CreateDate"],
      ["iptc", "Date Created"],
      ["png", "Creation Time"],
    ],
  ],
  ["changed", [["exif", "DateTime"], ["xmp", "ModifyDate"]]], // prettier-ignore
  ["software", [["exif", "Software"], ["xmp", "CreatorTool"], ["png", "Software"]]], // prettier-ignore
  ["author", [["exif", "Artist"], ["xmp", "creator"], ["iptc", "By-line"], ["png", "Author"]]], // prettier-ignore
  ["title", [["xmp", "title"], ["iptc", "Object Name"], ["png", "Title"]]], // prettier-ignore
  [
    "description",
    [
      ["exif", "ImageDescription"],
      ["xmp", "description"],
      ["iptc", "Caption/Abstract"],
      ["exif", "UserComment"],
      ["png", "Description"],
      ["png", "Comment"],
    ],
  ],
  ["copyright", [["exif", "Copyright"], ["xmp", "rights"], ["iptc", "Copyright Notice"]]], // prettier-ignore
];

/** Empty where it says nothing, or says it in a way that cannot be read. */
export function pictureTags(bytes: Uint8Array): FileTag[] {
  const groups = load(bytes);
  const tags: FileTag[] = [];
  for (const [key, where] of places) {
    for (const [group, tag] of where) {
      const value = words(groups[group]?.[tag] ?? groups[`${group}File`]?.[tag]);
      if (value === "") continue;
      const make = key === "camera" ? words(groups["exif"]?.["Make"]) : "";
      const whole = make === "" || value.startsWith(make) ? value : `${make} ${value}`;
      tags.push({ key, value: whole, tag: `${group.toUpperCase()} ${tag}` });
      break;
    }
  }
  const place = placeOf(groups["gps"]);
  if (place !== null) tags.push({ key: "place", value: place, tag: "EXIF GPS" });
  return tags;
}

/** Whether anything of EXIF, XMP or IPTC, or a text, is left in these bytes. */
export function saysAnything(bytes: Uint8Array): boolean {
  const groups = load(bytes);
  return (
    ["exif", "xmp", "iptc", "gps", "makerNotes", "photoshop", "mpf"].some(
      (group) => Object.keys(groups[group] ?? {}).length > 0,
    ) || pictureTags(bytes).length > 0
  );
}

function load(bytes: Uint8Array): Groups {
  try {
    const copy = Uint8Array.from(bytes).buffer;
    return ExifReader.load(copy, { expanded: true, includeUnknown: true }) as unknown as Groups;
  } catch {
    return {};
  }
}

/** One line of what the file's maker wrote. */
function words(tag: unknown): string {
  if (typeof tag !== "object" || tag === null || !("description" in tag)) return "";
  const told = tag.description;
  if (typeof told !== "string" && typeof told !== "number") return "";
  return tagLine(String(told));
}

/** Without signs that steer a terminal or turn the direction of writing, on one line, cut. */
export function tagLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, MAX_TAG_UNITS)
    .toWellFormed();
}

function placeOf(gps: Readonly<Record<string, unknown>> | undefined): string | null {
  const [north, east] = [gps?.["Latitude"], gps?.["Longitude"]];
  if (typeof north !== "number" || typeof east !== "number") return null;
  if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return null;
  return `${north.toFixed(5)}, ${east.toFixed(5)}`;
}
