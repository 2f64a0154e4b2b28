// An address as a person enters it; the server decides whether it is captured.

/** The address, `https://` put before a bare host; null while it is none. */
export function addressOf(typed: string): URL | null {
  const text = typed.trim();
  if (text === "") return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}
