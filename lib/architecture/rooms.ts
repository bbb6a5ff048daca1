/** One room of the house: a folder whose files belong together. */
export type Room = {
  /** The folder; the deepest room that a file lies in is its room. */
  readonly path: string;
  /** One line, as AGENTS.md shows it. */
  readonly holds: string;
  /** Rooms that its files may import; `"above"`: every room above it in the table. */
  readonly imports: readonly string[] | "above";
};

const room = (path: string, holds: string, imports: Room["imports"]): Room => ({ path, holds, imports });

/** Of the numerical rooms' imports, what most have. */
const NUMBERS = ["lib/domain", "lib/math"];

/** What every screen may import beside its own. A screen never imports another. */
export const SCREEN = [
  ...[
    "lib/domain",
    "lib/schemas/artifacts",
    "lib/schemas/files",
    "lib/schemas/web",
    "lib/calibration",
    "lib/evaluation",
  ],
  ...["lib/view/shared", "components/ui", "components/charts", "components/controls"],
];

/**
 * Every room, lower ones first: a room never imports one below it in this table, so there is no circle of rooms. The
 * test beside this file checks every import; `npm run rooms` writes the table into AGENTS.md.
 */
export const ROOMS: readonly Room[] = [
  room("lib/architecture", "this table, and what checks it", []),
  room("lib/domain", "vocabulary, `decide()`, `RoutingError`", []),
  room("lib/math", "every index loop", ["lib/domain"]),
  room("lib/schemas/artifacts", "one zod schema per file of `public/artifacts`", ["lib/domain"]),
  room("lib/schemas/files", "one zod schema per file that is read or written elsewhere", ["lib/domain"]),
  room("lib/schemas/settings", "the environment's variables", ["lib/domain"]),
  room("lib/schemas/web", "one zod schema per request and answer", ["lib/domain", "lib/schemas/artifacts"]),
  room("lib/text", "prompt → features", NUMBERS),
  room("lib/embeddings", "text → vector", [...NUMBERS, "lib/text"]),
  room("lib/routers", "vector → win rate, one file a router", [...NUMBERS, "lib/text", "lib/embeddings"]),
  room("lib/onnx", "trained transformer → ONNX file", NUMBERS),
  room("lib/calibration", "win rates → thresholds", NUMBERS),
  room("lib/evaluation", "outcomes → curves and metrics", NUMBERS),
  room("lib/datasets/sources", "where data lies and how it is fetched", ["lib/domain", "lib/schemas/files"]),
  room("lib/datasets/prompts", "a person's file → prompts", ["lib/domain", "lib/schemas/files"]),
  room("lib/datasets", "readers of battles, benchmarks and tables", [
    ...[...NUMBERS, "lib/schemas/files", "lib/datasets/prompts", "lib/datasets/sources"],
  ]),
  room("lib/training/solvers", "regressions, ratings and folds", NUMBERS),
  room("lib/training/written-prompts", "prompts written for this project, by tier", []),
  room("lib/training/sources", "what is learned from: data, prompts, recipes", [
    ...[...NUMBERS, "lib/text", "lib/embeddings", "lib/training/solvers", "lib/training/written-prompts"],
  ]),
  room("lib/training/columns", "the encoder's trained columns", [
    ...[...NUMBERS, "lib/text", "lib/embeddings"],
    ...["lib/training/solvers", "lib/training/written-prompts", "lib/training/sources"],
  ]),
  room("lib/training/transformer", "`bert` and `causal_llm`", [
    ...[...NUMBERS, "lib/text", "lib/embeddings", "lib/routers"],
    ...["lib/training/solvers", "lib/training/written-prompts", "lib/training/sources", "lib/training/columns"],
  ]),
  room("lib/training", "`fit*`: battles → plain weights of the other routers", [
    ...[...NUMBERS, "lib/text", "lib/embeddings", "lib/routers"],
    ...["lib/training/solvers", "lib/training/written-prompts", "lib/training/sources", "lib/training/columns"],
  ]),
  room("lib/view/shared", "formats, prices, words that several pages use", [
    ...NUMBERS,
    "lib/calibration",
    "lib/evaluation",
  ]),
  room("lib/view/examples", "the example prompts", []),
  room("lib/view/playground", "the playground's sentences and view models", [
    ...[...NUMBERS, "lib/calibration", "lib/view/shared", "lib/view/examples"],
  ]),
  room("lib/view/chat", "the chat's sentences and exports", ["lib/domain", "lib/view/shared"]),
  room("lib/view/calibrate", "findings about a calibration", [
    ...[...NUMBERS, "lib/calibration", "lib/evaluation", "lib/view/shared"],
  ]),
  room("lib/view/explore", "the explorer's tables, points and findings", [
    ...[...NUMBERS, "lib/calibration", "lib/evaluation", "lib/view/shared"],
  ]),
  room("lib/view/about", "worked examples and findings about the data", [...NUMBERS, "lib/view/shared"]),
  room("lib/storage", "artifacts; the database of what people save", [
    ...["lib/domain", "lib/schemas/artifacts", "lib/schemas/files", "lib/schemas/web"],
  ]),
  room("lib/inference", "ONNX file + tokenizer → label probabilities", [
    ...[...NUMBERS, "lib/schemas/files", "lib/text", "lib/routers", "lib/storage"],
  ]),
  room("lib/gateway/answers", "what providers send, made sound", ["lib/domain"]),
  room("lib/gateway", "providers and calls of language models", [
    ...["lib/domain", "lib/schemas/settings", "lib/schemas/web", "lib/routers", "lib/storage"],
    "lib/gateway/answers",
  ]),
  room("lib/runs", "scoring of uploads: chunks, queues, progress", [
    ...[...NUMBERS, "lib/schemas/files", "lib/schemas/web", "lib/text", "lib/routers", "lib/calibration"],
    ...["lib/datasets/prompts", "lib/storage"],
  ]),
  room("lib/runtime", "one process's settings, database and artifacts", "above"),
  room("lib/packing", "trained routers ↔ artifact files", "above"),
  room("lib/access", "who asks: people, roles, keys, addresses", "above"),
  room("lib/serving", "the routers, models and calibrations that are served", "above"),
  room("lib/scoring", "runs over uploads, on this process's settings", "above"),
  room("lib/pipelines", "train, measure, evaluate, report", "above"),
  room("lib/retraining", "routers fitted again on votes", "above"),
  room("lib/judging", "battles judged by a language model", "above"),
  room("lib/http", "the web edge: bodies, checks, errors, files", "above"),
  room("lib/endpoint", "`/v1`: requests, answers, records, metrics", "above"),
  room("lib/pages/shared", "what several pages load", "above"),
  room("lib/pages/playground", "what the playground loads and asks", "above"),
  room("lib/pages/chat", "what the chat loads and asks", "above"),
  room("lib/pages/calibrate", "what calibration loads and asks", "above"),
  room("lib/pages/explore", "what the explorer loads and asks", "above"),
  room("lib/pages/about", "what About loads", "above"),
  room("lib/pages/account", "sign-in, people and API keys", "above"),
  room("lib/commands", "what the commands do", "above"),
  room("lib/start", "the server: listener, routes, kept pages", "above"),
  room("lib/cli", "one file a command: flags and printing, no logic", "above"),
  room("lib/test", "fakes, fixtures and loaders for tests", "above"),
  room("components/ui", "primitives", []),
  room("components/charts", "the only importers of recharts: props in, SVG out", ["lib/domain", "components/ui"]),
  room("components/controls", "what several screens show", [
    ...["lib/domain", "lib/calibration", "lib/view/shared", "components/ui"],
  ]),
  ...[
    room("components/access", "sign-in, account, people", []),
    room("components/keys", "API keys", []),
    room("components/playground/why", "why a router decides as it does", ["lib/view/playground"]),
    room("components/playground", "the playground", ["lib/view/playground", "components/playground/why"]),
    room("components/chat/conversation", "turns, answers and what is asked with them", ["lib/view/chat"]),
    room("components/chat/votes", "blind votes and retraining", ["lib/view/chat", "components/chat/conversation"]),
    room("components/chat", "the chat", [
      ...["lib/view/chat", "components/chat/conversation", "components/chat/votes"],
    ]),
    room("components/calibrate", "calibration on one's own prompts", ["lib/view/calibrate"]),
    room("components/explore/state", "what the explorer's panels share", ["lib/view/explore"]),
    room("components/explore", "the explorer", ["lib/view/explore", "components/explore/state"]),
    room("components/about", "About", ["lib/view/about"]),
  ].map((screen) => ({ ...screen, imports: [...SCREEN, ...screen.imports] })),
  room("app", "routes and pages, without logic", "above"),
  room("scripts", "what npm runs beside the app", "above"),
  room("e2e", "stories by role and label", []),
];
