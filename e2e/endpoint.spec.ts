import { expect, test } from "./fixtures";

const question = (content: string) => ({ messages: [{ role: "user", content }] });

test("any OpenAI client finds a model, asks it, has it stream, and the operator sees both in the metrics", async ({
  request,
}) => {
  const list = await request.get("/v1/models");
  expect(list.status()).toBe(200);
  const { data } = await list.json();
  const ids = data.map(({ id }: { id: string }) => id);
  const model = ids.find((id: string) => /^router-mf-0\.\d{5}$/.test(id));
  expect(model).toBeDefined();
  expect(ids.map((id: string) => id.split("-")[1])).toEqual(expect.arrayContaining(["random", "sw_ranking", "bert"]));

  const answer = await request.post("/v1/chat/completions", {
    data: { model: "router-mf-0", ...question("Prove that the square root of two is irrational.") },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "x-routellm-router": "mf",
    "x-routellm-choice": "strong",
    "x-routellm-threshold": "0.000000",
    "x-routellm-simulated": "true",
  });
  expect(Number(answer.headers()["x-routellm-win-rate"])).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({
    object: "chat.completion",
    model: "simulated/strong",
    choices: [{ message: { content: expect.stringContaining("Simulated answer") }, finish_reason: "stop" }],
  });

  const stream = await request.post("/v1/chat/completions", {
    data: { model: "router-mf-1", stream: true, stream_options: { include_usage: true }, ...question("Hello!") },
  });
  expect(stream.headers()).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "x-routellm-choice": "weak",
  });
  const events = (await stream.text()).split("\n\n").filter((event) => event !== "");
  expect(events.at(-1)).toBe("data: [DONE]");
  expect(JSON.parse(events.at(-2)?.replace("data: ", "") ?? "")).toMatchObject({
    choices: [],
    usage: { completion_tokens: expect.any(Number) },
  });

  const metrics = await (await request.get("/metrics")).text();
  for (const choice of ["strong", "weak"]) {
    expect(metrics).toMatch(
      new RegExp(`^routellm_requests_total\\{router="mf",choice="${choice}",status="200"\\} [1-9]`, "m"),
    );
  }
  expect(metrics).toMatch(/^routellm_win_rate_count\{router="mf"\} [2-9]/m);
  expect(metrics).toMatch(/^routellm_saved_dollars\{simulated="true"\} 0\.0\d+/m);
});

test("what is wrong is said in OpenAI's envelope", async ({ request }) => {
  const unknown = await request.post("/v1/chat/completions", { data: { model: "gpt-4", ...question("Hello") } });
  expect([unknown.status(), await unknown.json()]).toEqual([
    404,
    { error: expect.objectContaining({ type: "invalid_request_error", param: "model", code: "model_not_found" }) },
  ]);
  const empty = await request.post("/v1/chat/completions", { data: { model: "router-mf-0.5" } });
  expect([empty.status(), await empty.json()]).toEqual([
    400,
    { error: expect.objectContaining({ message: "messages is missing.", param: "messages" }) },
  ]);
});
