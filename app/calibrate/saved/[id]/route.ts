import {
  changeSavedResponse,
  deleteSavedResponse,
  restoreSavedResponse,
} from "@/lib/server/saved-calibrations-response";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function PATCH(request: Request, { params }: Params): Promise<Response> {
  return changeSavedResponse((await params).id, request);
}

export async function POST(_request: Request, { params }: Params): Promise<Response> {
  return restoreSavedResponse((await params).id);
}

export async function DELETE(_request: Request, { params }: Params): Promise<Response> {
  return deleteSavedResponse((await params).id);
}
