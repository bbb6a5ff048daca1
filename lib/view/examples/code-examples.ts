import type { ExampleText } from "./example-text";

export const CODE_EXAMPLES: readonly ExampleText[] = [
  {
    id: "code-last-items",
    title: "Last items of a list",
    prompt: "How do I get the last three items of a list in Python?",
  },
  {
    id: "code-postcode",
    title: "A regex for postcodes",
    prompt: "Write a regular expression that matches a five-digit German postcode, with or without a leading D-.",
  },
  {
    id: "code-default-argument",
    title: "A list that will not forget",
    prompt: `Why does the second call below still contain the reading from the first, and what is the usual way to write this?

\`\`\`python
def add_reading(value, log=[]):
    log.append(value)
    return log

print(add_reading(19.5))   # [19.5]
print(add_reading(20.1))   # [19.5, 20.1]  <- expected [20.1]
\`\`\``,
  },
  {
    id: "code-render-loop",
    title: "A component without rest",
    prompt: `This React component sends requests to the server without ever stopping. Find the cause, fix it without disabling any lint rule, and make sure a slow old answer can never overwrite a newer one.

\`\`\`tsx
export function Stock({ warehouse, lowOnly }: { warehouse: string; lowOnly: boolean }) {
  const [rows, setRows] = useState<Row[]>([]);
  const query = { warehouse, lowOnly, pageSize: 50 };

  useEffect(() => {
    fetchStock(query).then(setRows);
  }, [query]);

  return <Table rows={rows} />;
}
\`\`\``,
  },
  {
    id: "code-cohorts",
    title: "Customers who come back",
    prompt: `I have one PostgreSQL table:

orders(id, customer_id, placed_at timestamptz, total numeric, cancelled boolean)

Write a single query that gives, for each month of first purchase, how many customers began that month and what share of them ordered again in each of the following six months. Cancelled orders do not count, months are in the Europe/Vienna time zone, and months in which nobody returned must appear as zero.`,
  },
  {
    id: "code-json-tokenizer",
    title: "A streaming tokenizer in C",
    prompt:
      "Write a streaming JSON tokenizer in C that accepts its input in chunks of any size, never allocates memory after initialisation, and reports the line and column of the first error. Explain how you handle a number or a \\u escape that is split between two chunks, and how you would fuzz it against a reference parser.",
  },
];
