// Whether bytes are one DER value, all the way down.
// Invariant: decided in one pass without recursion, so that neither depth nor lengths of a stranger's answer cost anything.
// The library that reads them is lenient: it takes lengths that do not add up, and would believe what OpenSSL refuses.
// Source: ITU-T X.690 sections 8.1 and 10; RFC 3161 section 3.4 asks for DER.

const deepest = 40;

export function isStrictDer(bytes: Uint8Array): boolean {
  /** Where the constructed values we are in end, the innermost last. */
  const ends: number[] = [bytes.length];
  let at = 0;
  while (ends.length > 0) {
    const end = ends.at(-1) as number;
    if (at === end) {
      ends.pop();
      continue;
    }
    // Nothing stands beside the outermost value.
    if (ends.length === 1 && at > 0) return false;
    const head = readHead(bytes, at, end);
    if (head === null || ends.length > deepest) return false;
    if (head.isConstructed) ends.push(head.end);
    else if (!isPrimitive(head.tag, bytes.subarray(head.start, head.end))) return false;
    at = head.isConstructed ? head.start : head.end;
  }
  return bytes.length > 0;
}

interface Head {
  readonly tag: number;
  readonly isConstructed: boolean;
  readonly start: number;
  readonly end: number;
}

function readHead(bytes: Uint8Array, at: number, end: number): Head | null {
  const tag = bytes[at] ?? 0;
  const first = bytes[at + 1];
  // No tag of a certificate or a token needs more than one byte.
  if ((tag & 0x1f) === 0x1f || first === undefined || at + 2 > end) return null;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    // 0x80 is the indefinite length of BER.
    if (count === 0 || count > 3 || start + count > end) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += count;
    if (length < 0x80 || length < 256 ** (count - 1)) return null;
  }
  if (start + length > end) return null;
  const isConstructed = (tag & 0x20) !== 0;
  if (tag < 0x40 && isConstructed !== isMadeOfOthers(tag & 0x1f)) return null;
  return { tag, isConstructed, start, end: start + length };
}

/** EXTERNAL, EMBEDDED PDV, SEQUENCE and SET; of all other universal types DER has the primitive form alone. */
const isMadeOfOthers = (number: number): boolean => [8, 11, 16, 17].includes(number);

/** BOOLEAN, INTEGER, BIT STRING, NULL, OBJECT IDENTIFIER and ENUMERATED have one form each; wide letters come whole. */
function isPrimitive(tag: number, content: Uint8Array): boolean {
  const [first = 0, second = 0] = content;
  switch (tag) {
    case 0x01:
      return content.length === 1 && (first === 0 || first === 0xff);
    case 0x00:
      return false;
    case 0x03:
      return first < 8 && content.length > (first === 0 ? 0 : 1);
    case 0x1c:
      return content.length % 4 === 0;
    case 0x1e:
      return content.length % 2 === 0;
    case 0x02:
    case 0x0a:
      return (
        content.length > 0 &&
        !(content.length > 1 && first === 0 && second < 0x80) &&
        !(content.length > 1 && first === 0xff && second >= 0x80)
      );
    case 0x05:
      return content.length === 0;
    case 0x06:
      return isIdentifier(content);
    default:
      return true;
  }
}

/** Each number in base 128 without a leading zero, the last one complete. */
function isIdentifier(content: Uint8Array): boolean {
  let isStart = true;
  for (const byte of content) {
    if (isStart && byte === 0x80) return false;
    isStart = byte < 0x80;
  }
  return content.length > 0 && isStart;
}
