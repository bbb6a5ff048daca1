import { webRoute } from "@/lib/start/served-routes";

export const dynamic = "force-dynamic";

export const GET = webRoute("GET /health");
