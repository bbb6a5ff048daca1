import { webRoute } from "@/lib/server/endpoint-routes";

export const dynamic = "force-dynamic";

export const POST = webRoute("POST /calibrate/uploads");
