import { RoutingError } from "@/lib/domain/routing-error";

/** @throws RoutingError unless `vector` has `dimensions` entries, all of them finite. */
export function checkEmbedding(vector: ArrayLike<number>, dimensions: number, parameter = "embedding"): void {
  if (vector.length !== dimensions) {
    throw new RoutingError({
      code: "invalid_data",
      parameter,
      message: `An embedding must have ${dimensions} dimensions, but it had ${vector.length}.`,
    });
  }
  for (let index = 0; index < dimensions; index++) {
    if (!Number.isFinite(vector[index])) {
      throw new RoutingError({
        code: "invalid_data",
        parameter,
        message: `An embedding must hold finite numbers, but entry ${index + 1} was ${vector[index]}.`,
      });
    }
  }
}
