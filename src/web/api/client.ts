// The one door to /api. Invariant: every request stays on this origin, and every change carries the CSRF header.
import { ApiError, errorFrom } from "./error.ts";

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  /** Goes out even when the page is left in this moment; the browser lets through 64 KiB of such bodies. */
  readonly keepalive?: boolean;
}

type LockedListener = () => void;
const lockedListeners = new Set<LockedListener>();

/** Calls back whenever the server says that the vault is locked; returns the way to stop. */
export function onLocked(listener: LockedListener): () => void {
  lockedListeners.add(listener);
  return () => lockedListeners.delete(listener);
}

/** Tells every part that the vault is locked, so that nothing of it stays in this page's memory. */
export function announceLocked(): void {
  for (const listener of lockedListeners) listener();
}

function tellLocked(error: ApiError): void {
  if (error.isLocked) announceLocked();
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function request<T>(
  method: string,
  path: string,
  body: BodyInit | undefined,
  headers: Record<string, string>,
  options: CallOptions,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { ...headers, ...options.headers },
      credentials: "same-origin",
      cache: "no-store",
      ...(body === undefined ? {} : { body }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.keepalive === true ? { keepalive: true } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError("network", 0, "");
  }
  const answer = await bodyOf(response);
  if (!response.ok) {
    const error = errorFrom(response.status, answer);
    tellLocked(error);
    throw error;
  }
  return answer as T;
}

const change = { "X-Guwah": "1" };

/** GET a JSON answer of type T. Throws ApiError. */
export async function get<T>(path: string, options: CallOptions = {}): Promise<T> {
  return request<T>("GET", path, undefined, {}, options);
}

/** POST a JSON body, `{}` where none is given. Throws ApiError. */
export async function post<T>(
  path: string,
  body: unknown = {},
  options: CallOptions = {},
): Promise<T> {
  return request<T>(
    "POST",
    path,
    JSON.stringify(body),
    { ...change, "Content-Type": "application/json" },
    options,
  );
}

/** POST a JSON body and take a file back, with the name the server gives it. Throws ApiError. */
export async function postForFile(
  path: string,
  body: unknown,
): Promise<{ readonly blob: Blob; readonly name: string }> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { ...change, "Content-Type": "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      body: JSON.stringify(body),
    });
  } catch {
    throw new ApiError("network", 0, "");
  }
  if (!response.ok) {
    const error = errorFrom(response.status, await bodyOf(response));
    tellLocked(error);
    throw error;
  }
  const said = response.headers.get("Content-Disposition") ?? "";
  const name = /filename="([\w.-]{1,200})"/.exec(said)?.[1] ?? "file";
  return { blob: await response.blob(), name };
}

export async function del<T>(path: string, options: CallOptions = {}): Promise<T> {
  return request<T>("DELETE", path, undefined, change, options);
}

export interface UploadOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Bytes sent so far, and all of them. */
  readonly onProgress?: (sent: number, total: number) => void;
}

/** POST raw bytes and watch them go (fetch cannot report upload progress). Throws ApiError. */
export async function upload<T>(path: string, file: Blob, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", path);
    for (const [name, value] of Object.entries({
      ...change,
      "Content-Type": "application/octet-stream",
      ...options.headers,
    })) {
      xhr.setRequestHeader(name, value);
    }
    xhr.upload.addEventListener("progress", (event) =>
      options.onProgress?.(event.loaded, file.size),
    );
    xhr.addEventListener("load", () => {
      let answer: unknown = null;
      try {
        answer = JSON.parse(xhr.responseText);
      } catch {
        // An answer that is not JSON is told by its status alone.
      }
      if (xhr.status >= 200 && xhr.status < 300) {
        resolve(answer as T);
        return;
      }
      const error = errorFrom(xhr.status, answer);
      tellLocked(error);
      reject(error);
    });
    xhr.addEventListener("error", () => reject(new ApiError("network", 0, "")));
    xhr.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
    options.signal?.addEventListener("abort", () => xhr.abort());
    xhr.send(file);
  });
}
