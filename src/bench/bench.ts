// What a bench is: it makes what it measures, at full size unless told otherwise, and gives figures as data.
import type { Progress } from "../runtime/index.ts";

export interface BenchOptions {
  readonly size?: number;
  readonly progress: Progress;
}
export type Bench = (options: BenchOptions) => Promise<Record<string, unknown>>;
