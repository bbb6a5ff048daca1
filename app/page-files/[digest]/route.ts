import { allowed } from "@/lib/http/allowed";
import { pageFileResponse } from "@/lib/http/page-files";
import { keepFilesInUse } from "@/lib/start/page-files-in-use";

export const dynamic = "force-dynamic";

type Params = { readonly params: Promise<{ readonly digest: string }> };

export const GET = allowed("GET /page-files/[digest]", async (_request: Request, { params }: Params) =>
  pageFileResponse((await params).digest, keepFilesInUse),
);
