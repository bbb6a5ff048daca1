import { RefusedError, refusalOf, unreachable } from "@/components/controls/ask-server";
import { OWN_REQUEST_HEADER } from "@/lib/domain/own-request";
import { type PromptUpload, promptUploadSchema } from "@/lib/schemas/files/prompt-upload";

/**
 * Sends a file or a pasted text, and reports how much of it has gone: `fetch` cannot tell, so this is the older way.
 * @param report hears the share sent, in [0, 1].
 * @throws RefusedError with the server's sentence; AbortError if `signal` says stop.
 */
export function uploadPrompts(options: {
  readonly content: Blob;
  readonly name: string;
  readonly signal: AbortSignal;
  readonly report: (share: number) => void;
}): Promise<PromptUpload> {
  const { content, name, signal, report } = options;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/calibrate/uploads?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader(OWN_REQUEST_HEADER, "1");
    request.upload.addEventListener("progress", ({ loaded, total }) => report(total === 0 ? 1 : loaded / total));
    request.addEventListener("load", () => {
      const read = async (): Promise<unknown> => JSON.parse(request.responseText);
      if (request.status === 201) {
        read()
          .then((body) => resolve(promptUploadSchema.parse(body)))
          .catch(reject);
      } else {
        refusalOf(read, request.status).then((message) => reject(new RefusedError(message)), reject);
      }
    });
    request.addEventListener("error", () => reject(unreachable()));
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped.", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(content);
  });
}
