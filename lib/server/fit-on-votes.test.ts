import { describe, expect, it } from "vitest";
import { embeddingOf } from "@/lib/embeddings/gated-encoder";
import { createRandom } from "@/lib/math/seeded-random";
import { tierIndices, tierName } from "@/lib/training/replay-battles";
import { refitFactorization, refitSimilarity } from "@/lib/training/refit-routers";
import { chooseVoteWeights, createRefitBase, type EmbeddedVote, fitOnVotes } from "./fit-on-votes";
import { refitRegister, VOTE_SOURCE } from "./refit-origins";
import { createHeads } from "./router-heads";
