// A member as the server lists them.
import type { Role } from "../../../model/index.ts";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

export const membersKey = ["members"] as const;
