import { allowed } from "@/lib/http/allowed";
import { forgetRunResponse, runResponse } from "@/lib/pages/calibrate/run-responses";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const GET = allowed("GET /calibrate/runs/[id]/state", async (_: Request, { params }: Params) =>
  runResponse((await params).id),
);

export const DELETE = allowed("DELETE /calibrate/runs/[id]/state", async (_: Request, { params }: Params) =>
  forgetRunResponse((await params).id),
);
