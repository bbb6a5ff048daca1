import { webRoute } from "@/lib/server/endpoint-routes";

export const dynamic = "force-dynamic";

export const GET = webRoute("GET /health");
