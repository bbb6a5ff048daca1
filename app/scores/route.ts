import { allowed } from "@/lib/http/allowed";
import { webRoute } from "@/lib/start/served-routes";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /scores", webRoute("POST /scores"));
