// The address of a public source as it may be told.
// Invariant: only a place on the public web; nothing that tells who fetched it, nor words that stand in it beside the address.

/** Parameters by which sites follow who shared a link. */
const followers =
  /^(?:utm_.*|fbclid|gclid|yclid|igshid?|mc_[ce]id|_openstat|ref_src|spm|si|share_.*|from_share.*)$/i;
const secretNames =
  /^(?:token|access_token|auth|key|sig|signature|session|sessionid|sid|password|pwd|code|invite)$/i;
const inside =
  /^(?:localhost|.*\.(?:local|internal|lan|onion\.local|home)|\d{1,3}(?:\.\d{1,3}){3}|\[.*\])$/i;

/** Undefined for what may not be told: no web address, one inside somebody's own network, one that opens something with a secret. */
export function toldAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  if (inside.test(url.hostname) || !url.hostname.includes(".")) return undefined;
  if (url.username !== "" || url.password !== "") return undefined;
  const names = [...url.searchParams.keys()];
  if (names.some((name) => secretNames.test(name))) return undefined;
  // As it was given where nothing has to go: its spelling may be what opens it.
  const following = names.filter((name) => followers.test(name));
  if (following.length === 0 && url.hash === "") return address;
  for (const name of following) url.searchParams.delete(name);
  url.hash = "";
  return url.href;
}
