import { join } from "node:path";
import { maySee } from "@/lib/access/ownership";
import type { Visitor } from "@/lib/access/visitor";
import { inspectPrompts } from "@/lib/datasets/prompts/inspect-prompts";
import type { UploadedFile } from "@/lib/runs/run-settings";
import { readEnv, readUploadQuota } from "@/lib/runtime/env";
import type { PromptUpload } from "@/lib/schemas/files/prompt-upload";
import { createUploadStore, noUpload, type UploadStore } from "@/lib/storage/upload-store";

/** Files that users brought, in the state folder. */
export const uploadStore = (): UploadStore =>
  createUploadStore(join(readEnv().stateDirectory, "uploads"), readUploadQuota());

/** An upload as read with one of its columns; with the one it was last read with unless another is named. */
export async function inspectUpload(id: string, column: string | null | undefined): Promise<PromptUpload> {
  const store = uploadStore();
  const { path, ...upload } = await store.find(id);
  if (column === undefined || column === null || column === upload.inspection.column) return upload;
  const { name } = upload;
  const { format } = upload.inspection;
  return store.reinspected(upload, await inspectPrompts({ path, name, format, column }));
}

/** @throws RoutingError (not found) where there is no such upload, or it is somebody else's. */
export async function requireOwnUpload(id: string, visitor: Visitor): Promise<void> {
  const { owner } = await uploadStore().find(id);
  if (!maySee(visitor, owner)) throw noUpload();
}

/** What a scoring run takes over of an upload. */
export async function findBroughtFile(options: {
  readonly upload: string;
  readonly column: string | null;
}): Promise<UploadedFile> {
  const { inspection, name } = await inspectUpload(options.upload, options.column);
  const { path } = await uploadStore().find(options.upload);
  const { format, column, rows, problems } = inspection;
  return { name, path, format, column, rows, problems };
}

export const forgetBroughtFile = (upload: string): Promise<void> => uploadStore().remove(upload);

/** How often old uploads are looked for. */
const SWEEP_MS = 600_000;

const sweep = (): Promise<void> =>
  uploadStore()
    .sweep(Date.now())
    .catch((error: unknown) => {
      process.stderr.write(`Old uploads could not be deleted: ${String(error)}\n`);
    });

/**
 * Deletes uploads that nobody scored within a day and what a killed server left of others: when the server starts, and
 * from then on by the clock. That this fails is for the log; it is no reason not to serve.
 */
export async function keepUploadsSwept(): Promise<void> {
  setInterval(() => void sweep(), SWEEP_MS).unref();
  await sweep();
}
