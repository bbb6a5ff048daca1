import { allowed } from "@/lib/http/allowed";
import {
  changeSavedResponse,
  deleteSavedResponse,
  restoreSavedResponse,
} from "@/lib/pages/calibrate/saved-calibrations-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const PATCH = allowed("PATCH /calibrate/saved/[id]", async (request: Request, { params }: Params) =>
  changeSavedResponse((await params).id, request),
);

export const POST = allowed("POST /calibrate/saved/[id]", async (_request: Request, { params }: Params) =>
  restoreSavedResponse((await params).id),
);

export const DELETE = allowed("DELETE /calibrate/saved/[id]", async (_request: Request, { params }: Params) =>
  deleteSavedResponse((await params).id),
);
