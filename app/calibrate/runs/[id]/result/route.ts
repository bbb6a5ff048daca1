import { allowed } from "@/lib/http/allowed";
import { runResultResponse } from "@/lib/pages/calibrate/run-responses";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const GET = allowed("GET /calibrate/runs/[id]/result", async (_: Request, { params }: Params) =>
  runResultResponse((await params).id),
);
