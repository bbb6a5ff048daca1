import { allowed } from "@/lib/http/allowed";
import { changeRoleResponse, removePersonResponse } from "@/lib/pages/account/people-responses";

type Params = { readonly params: Promise<{ readonly id: string }> };

export const PATCH = allowed("PATCH /people/entries/[id]", async (request: Request, { params }: Params) =>
  changeRoleResponse((await params).id, request),
);

export const DELETE = allowed("DELETE /people/entries/[id]", async (_: Request, { params }: Params) =>
  removePersonResponse((await params).id),
);
