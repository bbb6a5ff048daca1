import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const lockFile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        link: z.boolean().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** The places in which Node looks for `name` from the package at `path`, nearest first. */
function places(path: string, name: string): readonly string[] {
  const folders = path.split(/\/?node_modules\//);
  return folders.map((_, depth) =>
    [...folders.slice(1, folders.length - depth), name].map((folder) => `node_modules/${folder}`).join("/"),
  );
}

describe("package-lock.json", () => {
  it("looks for packages where Node does", () => {
    expect(places("node_modules/a/node_modules/@b/c", "d")).toEqual([
      "node_modules/a/node_modules/@b/c/node_modules/d",
      "node_modules/a/node_modules/d",
      "node_modules/d",
    ]);
  });

  it("holds the optional binaries of every system, without which npm ci fails on the others", () => {
    const missing = Object.entries(lockFile.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !places(path, name).some((place) => place in lockFile.packages),
      ),
    );
    expect(missing).toEqual([]);
    expect(lockFile.packages).toHaveProperty(["node_modules/@next/swc-darwin-arm64"]);
    expect(lockFile.packages).toHaveProperty(["node_modules/@biomejs/cli-win32-x64"]);
  });

  it("names no download address: the installer's own registry is asked", () => {
    expect(Object.entries(lockFile.packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it("holds the SHA-512 of every package, those for other systems too: npm checks what it downloads against it", () => {
    const unchecked = Object.entries(lockFile.packages).filter(
      ([path, { integrity = "", link }]) => path !== "" && link !== true && !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(unchecked).toEqual([]);
  });
});

describe("install scripts", () => {
  it("run for no package: some of them download", () => {
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
  });
});

describe("images", () => {
  it("are named by an exact version", () => {
    const compose = readFileSync("deploy/compose.yaml", "utf8");
    const images = [...compose.matchAll(/image: (\S+)/g)].map(([, image = ""]) => image);
    const [, node = ""] = /^ARG NODE=(\S+)$/m.exec(readFileSync("Dockerfile", "utf8")) ?? [];
    const others = [...images.filter((image) => image !== "routellm-explorer"), `node:${node}`];
    expect(others.length).toBeGreaterThan(3);
    expect(others.filter((image) => !/:v?\d+\.\d+\.\d+(-[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(image))).toEqual([]);
  });
});
