// A stale decision is refused together with what stands now, so that the person can look at both and decide again.
import { StoreError } from "../store/index.ts";

/** Does the work; when it meets a conflict, the error takes along the version that stands now. */
export async function withCurrent<T>(
  work: () => Promise<T>,
  current: () => Promise<unknown>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError && error.code === "conflict") {
      throw Object.assign(error, { current: await current() });
    }
    throw error;
  }
}
