import { describe, expect, it } from "vitest";
import { readLabel, type TokenPlace } from "./read-label";

const place = (token: string, likeliest: Readonly<Record<string, number>>): TokenPlace => ({
  token,
  alternatives: Object.entries(likeliest).map(([written, probability]) => ({
    token: written,
    logProbability: Math.log(probability),
  })),
});
const sure = (token: string) => place(token, { [token]: 1 });
const read = (...places: TokenPlace[]) => readLabel(places, 5).map((value) => Number(value.toFixed(6)));

describe("readLabel", () => {
  it("reads one special token a label", () => {
    expect(read(place("[[4]]", { "[[4]]": 0.5, "[[1]]": 0.3, "[[5]]": 0.2 }))).toEqual([0.3, 0, 0, 0.5, 0.2]);
  });

  it("scales the labels to sum 1, whatever other tokens had", () => {
    expect(read(place("[[2]]", { "[[2]]": 0.6, "[[3]]": 0.2, Hello: 0.2 }))).toEqual([0, 0.75, 0.25, 0, 0]);
  });

  it("reads the first label after the assistant's turn was opened, as the fine-tuned model writes", () => {
    const places = ["<|start_header_id|>", "assistant", "<|end_header_id|>", "\n\n"].map(sure);
    expect(read(...places, place("[[5]]", { "[[5]]": 0.9, "[[1]]": 0.1 }), sure("<|eot_id|>"))).toEqual([
      0.1, 0, 0, 0, 0.9,
    ]);
  });

  it("reads a label in pieces and adds up its spellings", () => {
    const digit = place("4", { "4": 0.4, " 4": 0.1, "1": 0.5 });
    expect(read(sure("[["), digit, sure("]]"))).toEqual([0.5, 0, 0, 0.5, 0]);
    expect(read(sure(" [["), digit)).toEqual([0.5, 0, 0, 0.5, 0]);
    expect(read(sure("["), sure("["), digit)).toEqual([0.5, 0, 0, 0.5, 0]);
    expect(read(place("[[4", { "[[4": 0.7, "[[2": 0.3 }), sure("]]"))).toEqual([0, 0.3, 0, 0.7, 0]);
    expect(read(place(" [[4]] ", { " [[4]] ": 0.5, "[[4]]": 0.5 }))).toEqual([0, 0, 0, 1, 0]);
  });

  it("reads a bare digit with which an answer begins, and no digit within a sentence", () => {
    expect(read(place("3", { "3": 0.8, " 3": 0.1, I: 0.1 }))).toEqual([0, 0, 1, 0, 0]);
    expect(read(sure("\n"), place("1", { "1": 1 }))).toEqual([1, 0, 0, 0, 0]);
    expect(read(sure("About "), sure("4"))).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives zeros where no label was written, even if one was likely", () => {
    expect(read(place("Sure", { Sure: 0.6, "[[4]]": 0.4 }))).toEqual([0, 0, 0, 0, 0]);
    expect(read(sure("[[6]]"))).toEqual([0, 0, 0, 0, 0]);
    expect(read(sure("[[0]]"), sure("0"))).toEqual([0, 0, 0, 0, 0]);
    expect(read(sure("12"))).toEqual([0, 0, 0, 0, 0]);
    expect(read()).toEqual([0, 0, 0, 0, 0]);
  });
});
