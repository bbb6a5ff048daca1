import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  acceptInvitationResponse,
  changePasswordResponse,
  signInResponse,
  signOutResponse,
} from "@/lib/pages/account/session-responses";
import { getDatabase } from "@/lib/runtime/database";
import { changeRole, invite, inviteAgain, listAllPeople, remove } from "./manage-people";
import { findSignedIn } from "./sign-in";
import { ANONYMOUS, type Visitor, withVisitor } from "./visitor";

const folder = mkdtempSync(join(tmpdir(), "sign-in-"));
const PASSWORD = "seven green bottles";
let address = 0;

beforeAll(() => {
  vi.stubEnv("ROUTELLM_STATE", folder);
  vi.stubEnv("DATABASE_URL", undefined);
});
beforeEach(() => {
  vi.stubEnv("ROUTELLM_PASSWORD", PASSWORD);
  address += 1;
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  (await getDatabase()).close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

type Respond = (request: Request) => Promise<Response>;
type Sent = { readonly cookie?: string; readonly origin?: string; readonly visitor?: Visitor; readonly from?: string };

async function send(respond: Respond, body: object | undefined, sent: Sent = {}) {
  const { cookie, origin, visitor = ANONYMOUS, from = `10.0.0.${address}` } = sent;
  const headers = { "content-type": "application/json", ...(cookie && { cookie }), ...(origin && { origin }) };
  const request = new Request("http://localhost/session", {
    ...{ method: "POST", headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await withVisitor(
    async () => visitor,
    () => respond(request),
    from,
  );
  const setCookie = response.headers.get("set-cookie") ?? "";
  const text = await response.text();
  const message: string = text === "" ? "" : JSON.parse(text).message;
  return { status: response.status, message, setCookie, cookie: setCookie.split(";")[0] ?? "" };
}
const signIn = (name: string, password: string, sent: Sent = {}) => send(signInResponse, { name, password }, sent);

async function joinAs(name: string, role: Visitor["role"], password = `${name} has a password`) {
  const { id, token } = await invite({ name, role });
  const { cookie } = await send(acceptInvitationResponse, { token, password });
  return { id, token, cookie, password };
}

describe("the first admin", () => {
  it("signs in with the password of the environment, for a cookie that no script and no other site gets at", async () => {
    const { status, setCookie, cookie } = await signIn("Admin", PASSWORD);
    expect(status).toBe(204);
    expect(setCookie).toMatch(/; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await findSignedIn(cookie)).toEqual({ role: "admin", id: "admin", name: "admin" });
    const byHttps = await signIn("admin", PASSWORD, { origin: "https://routers.example.com" });
    expect(byHttps.setCookie).toContain("; Secure");
  });

  it.each(["", "seven green bottle", `${PASSWORD} `, PASSWORD.toUpperCase()])("not with “%s”", async (password) => {
    const { status, setCookie } = await signIn("admin", password);
    expect([status === 400 || status === 401, setCookie]).toEqual([true, ""]);
  });

  it("is signed out by another password, and by none", async () => {
    const { cookie } = await signIn("admin", PASSWORD);
    for (const password of ["another one altogether", undefined]) {
      vi.stubEnv("ROUTELLM_PASSWORD", password);
      expect(await findSignedIn(cookie)).toBeUndefined();
    }
  });

  it("cannot sign in where no password is set", async () => {
    vi.stubEnv("ROUTELLM_PASSWORD", undefined);
    expect((await signIn("admin", "undefined")).status).toBe(401);
  });
});

describe("a cookie", () => {
  it("is worth nothing once it was signed out, wherever there is a copy", async () => {
    const { cookie } = await signIn("admin", PASSWORD);
    const out = await send(signOutResponse, undefined, { cookie });
    expect([out.status, out.setCookie]).toEqual([204, expect.stringContaining("Max-Age=0")]);
    expect(await findSignedIn(cookie)).toBeUndefined();
  });

  it("is worth nothing where it was changed, made up, or is too old", async () => {
    const { cookie } = await signIn("admin", PASSWORD);
    const [header = "", payload = "", signature = ""] = cookie.split(".");
    const forged = Buffer.from(JSON.stringify({ jti: "x", exp: 9e9 })).toString("base64url");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const wrong of [
      `${header}.${forged}.${signature}`,
      `${header}.${payload}.${"A".repeat(signature.length)}`,
      `routellm_sign_in=${none}.${payload}.`,
      "routellm_sign_in=x",
      "other=1",
    ]) {
      expect(await findSignedIn(wrong), wrong).toBeUndefined();
    }
    expect(await findSignedIn(`a=b; ${cookie}`)).toBeDefined();
    vi.useFakeTimers({ now: Date.now() + 15 * 86_400_000, toFake: ["Date"] });
    expect(await findSignedIn(cookie)).toBeUndefined();
  });
});

describe("an invitation", () => {
  it("sets a password once, and signs in", async () => {
    const ada = await joinAs("Ada", "member");
    expect(await findSignedIn(ada.cookie)).toEqual({ role: "member", id: ada.id, name: "Ada" });
    const again = await send(acceptInvitationResponse, { token: ada.token, password: "another password" });
    expect([again.status, again.message]).toEqual([404, expect.stringContaining("taken")]);
    expect((await signIn("ADA", ada.password)).status).toBe(204);
    expect((await signIn("Ada", "another password")).status).toBe(401);
  });

  it("is taken by one of two who come together", async () => {
    const { token } = await invite({ name: "Twice", role: "member" });
    const both = await Promise.all(
      ["the first password", "the second password"].map((password) =>
        send(acceptInvitationResponse, { token, password }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  it("is too old after three days", async () => {
    const { token } = await invite({ name: "Late", role: "member" });
    vi.useFakeTimers({ now: Date.now() + 3 * 86_400_000 + 1, toFake: ["Date"] });
    expect((await send(acceptInvitationResponse, { token, password: "long enough" })).status).toBe(404);
    expect(await listAllPeople()).toContainEqual(expect.objectContaining({ name: "Late", state: "expired" }));
  });

  it("takes a password that cannot be guessed in a moment", async () => {
    const { token } = await invite({ name: "Short", role: "member" });
    const { status, message } = await send(acceptInvitationResponse, { token, password: "too short" });
    expect([status, message]).toEqual([400, "The password must have at least 10 characters."]);
  });

  it("does not go to a name that is taken, or is the app's own", async () => {
    await invite({ name: "Grace", role: "member" });
    for (const name of ["GRACE", "admin", "Local", "visitor"]) {
      await expect(invite({ name, role: "viewer" })).rejects.toMatchObject({ code: "conflict" });
    }
  });
});

describe("sign-ins end at once", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ["with another role", (id) => changeRole(id, "admin")],
    ["with a new invitation", inviteAgain],
    ["with the removal", remove],
  ])("%s", async (how, act) => {
    const { id, cookie } = await joinAs(`Ends ${how}`, "member");
    expect(await findSignedIn(cookie)).toBeDefined();
    await act(id);
    expect(await findSignedIn(cookie)).toBeUndefined();
  });

  it("with a new password, but for the browser that set it", async () => {
    const { id, cookie, password } = await joinAs("Changing", "member");
    const visitor: Visitor = { role: "member", id, name: "Changing" };
    const newPassword = "quite another one";
    const wrong = await send(changePasswordResponse, { password: "not that one", newPassword }, { visitor });
    expect(wrong.status).toBe(403);
    const right = await send(changePasswordResponse, { password, newPassword }, { visitor });
    expect(right.status).toBe(204);
    expect(await findSignedIn(cookie)).toBeUndefined();
    expect(await findSignedIn(right.cookie)).toBeDefined();
    expect((await signIn("Changing", newPassword)).status).toBe(204);
  });

  it("and the role is the one that the person has now", async () => {
    const { id, password } = await joinAs("Rising", "viewer");
    await changeRole(id, "admin");
    const { cookie } = await signIn("Rising", password);
    expect(await findSignedIn(cookie)).toMatchObject({ role: "admin" });
  });
});

describe("guessing", () => {
  it("ends after ten attempts of one address, also with the right password, and not for others", async () => {
    const from = "192.0.2.1";
    for (let guess = 0; guess < 10; guess++)
      expect((await signIn("admin", `guess ${guess}`, { from })).status).toBe(401);
    const { status, message } = await signIn("admin", PASSWORD, { from });
    expect([status, message]).toEqual([429, "Too many attempts to sign in; try again in 15 minutes."]);
    expect((await signIn("admin", PASSWORD, { from: "192.0.2.2" })).status).toBe(204);
  });

  it("does not count sign-ins that were right", async () => {
    const from = "192.0.2.3";
    for (let time = 0; time < 15; time++) expect((await signIn("admin", PASSWORD, { from })).status).toBe(204);
  });
});
