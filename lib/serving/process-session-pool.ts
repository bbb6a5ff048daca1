import { createSessionPool } from "@/lib/inference/session-pool";

/** The one pool of this process: every model that onnxruntime runs here is opened through it. */
export const sessionPool = createSessionPool();
