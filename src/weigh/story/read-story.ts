// Reads the story of a person from the vault.
import type { SeenOnly } from "../assemble-file.ts";
import { recordFile } from "../record-file.ts";
import { storyOf } from "./story.ts";
import type { StoryView } from "./views.ts";

/** The story of the person a record belongs to. Throws WeighError `weigh/no-such-record`. */
export async function personStory(
  deps: Parameters<typeof recordFile>[0],
  id: string,
  only?: SeenOnly,
): Promise<StoryView> {
  return storyOf(await recordFile(deps, id, only));
}
