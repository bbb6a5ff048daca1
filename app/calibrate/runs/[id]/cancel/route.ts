import { allowed } from "@/lib/http/allowed";
import { cancelRunResponse } from "@/lib/pages/calibrate/run-responses";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const POST = allowed("POST /calibrate/runs/[id]/cancel", async (_: Request, { params }: Params) =>
  cancelRunResponse((await params).id),
);
