import { webRoute } from "@/lib/start/served-routes";

export const dynamic = "force-dynamic";

export const POST = webRoute("POST /v1/chat/completions");
