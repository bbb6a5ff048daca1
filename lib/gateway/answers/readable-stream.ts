/**
 * What a generator yields, as it is asked for; a reader that goes away ends the generator.
 * @param onCancel called at once then, while the generator may still wait for its next part.
 */
export function toReadableStream<Part>(
  parts: AsyncGenerator<Part, void, void>,
  onCancel?: () => void,
): ReadableStream<Part> {
  return new ReadableStream<Part>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        onCancel?.();
        await parts.return();
      },
    },
    { highWaterMark: 0 },
  );
}
