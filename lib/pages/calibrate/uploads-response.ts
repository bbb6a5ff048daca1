import { currentVisitor } from "@/lib/access/visitor";
import { inspectPrompts } from "@/lib/datasets/prompts/inspect-prompts";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerRequest } from "@/lib/http/answer-request";
import type { EndpointRequest } from "@/lib/http/exchange";
import { uploadNameSchema } from "@/lib/schemas/files/upload-name";
import { inspectUpload, requireOwnUpload, uploadStore } from "@/lib/scoring/uploaded-files";

/**
 * `POST /calibrate/uploads?name=FILE[&column=C]`: the body is the file, as it is, and goes to the disk as it comes. 201
 * with what it holds; a file that is of no use, too large or cut off leaves nothing behind.
 */
export const receiveUploadResponse = (request: EndpointRequest): Promise<Response> =>
  answerRequest(201, async () => {
    // A form of another site could have a visitor's browser fill this server's disk.
    if (request.headers.get("sec-fetch-site") === "cross-site") {
      throw wrong("origin", "Files are taken from this app's own page only, not from another site.");
    }
    const query = new URL(request.url).searchParams;
    const parsed = uploadNameSchema.safeParse(query.get("name") ?? "");
    if (!parsed.success) throw wrong("name", "The address must name the file: ?name=prompts.csv.");
    if (request.body === null)
      throw wrong("body", `${parsed.data} holds nothing; send the file as the request's body.`);
    const name = parsed.data;
    const announced = request.headers.get("content-length");
    return uploadStore().receive({
      name,
      owner: (await currentVisitor()).id,
      content: request.body,
      announcedBytes: announced === null ? undefined : Number(announced),
      signal: request.signal,
      inspect: (path) => inspectPrompts({ path, name, column: query.get("column") }),
    });
  });

/** `GET /calibrate/uploads/ID[?column=C]`: what it holds, read with that column from now on. */
export const uploadResponse = (id: string, request: Request): Promise<Response> =>
  answerRequest(200, async () => {
    await requireOwnUpload(id, await currentVisitor());
    return inspectUpload(id, new URL(request.url).searchParams.get("column"));
  });

/** `DELETE /calibrate/uploads/ID`: 204, also where there is none any more. */
export const deleteUploadResponse = (id: string): Promise<Response> =>
  answerRequest(204, async () => {
    const found = await uploadStore()
      .find(id)
      .catch(() => undefined);
    if (found === undefined) return;
    await requireOwnUpload(id, await currentVisitor());
    await uploadStore().remove(id);
  });

const wrong = (parameter: string, message: string): RoutingError =>
  new RoutingError({ code: "invalid_argument", parameter, message });
