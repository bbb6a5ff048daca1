import { digest } from "@/lib/storage/check-artifacts";
import { keptPageFiles } from "@/lib/view/shared/page-file";
import { failedResponse } from "./failed-response";

/** Pages that were sent before something changed still load their files. */
const KEPT = 32;

/**
 * Keeps what a page needs and is the same for everybody as a file that browsers load once.
 * @returns its digest, which is its name.
 */
export function keepPageFile(text: string): string {
  const files = keptPageFiles();
  const name = digest(Buffer.from(text)).slice(0, 32);
  const file = files.get(name) ?? { text };
  // The last used one is the last to go.
  files.delete(name);
  files.set(name, file);
  const [oldest] = files.keys();
  if (oldest !== undefined && files.size > KEPT) files.delete(oldest);
  return name;
}

/** @param refresh makes the files that pages name now, for an instance that has rendered none of them yet. */
export async function pageFileResponse(name: string, refresh: () => Promise<unknown>): Promise<Response> {
  if (!keptPageFiles().has(name)) await refresh();
  const file = keptPageFiles().get(name);
  if (file === undefined) {
    return failedResponse("not_found", "This page is of an older version of the application; reload it.");
  }
  const headers = { "Content-Type": "application/json", "Cache-Control": "private, max-age=31536000, immutable" };
  return new Response(file.text, { headers });
}
