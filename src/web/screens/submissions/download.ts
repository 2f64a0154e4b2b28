// Hands a made file to the browser. The address of its bytes lives for this moment only.

export function download({
  name,
  base64,
}: {
  readonly name: string;
  readonly base64: string;
}): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
