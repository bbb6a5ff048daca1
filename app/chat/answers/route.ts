import { allowed } from "@/lib/server/allowed";
import { webRoute } from "@/lib/server/endpoint-routes";

export const dynamic = "force-dynamic";

export const POST = allowed("POST /chat/answers", webRoute("POST /chat/answers"));
