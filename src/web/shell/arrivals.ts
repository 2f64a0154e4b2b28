// Tells the next screen's heading that it was arrived at by a change of address, once for each arrival.
let pending = false;

export const arrivals = {
  /** Called by the router when the path has changed. */
  announce(): void {
    pending = true;
  },
  /** True once after each change of path. */
  take(): boolean {
    const was = pending;
    pending = false;
    return was;
  },
};
