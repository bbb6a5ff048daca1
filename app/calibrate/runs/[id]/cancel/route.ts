import { allowed } from "@/lib/server/allowed";
import { cancelRunResponse } from "@/lib/server/run-responses";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const POST = allowed("POST /calibrate/runs/[id]/cancel", async (_: Request, { params }: Params) =>
  cancelRunResponse((await params).id),
);
