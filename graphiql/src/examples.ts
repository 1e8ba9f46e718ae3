import type { TabsState } from "@graphiql/react";

type TabState = TabsState["tabs"][number];

/** One worked example query, as the server lists them in `examples.json`. */
export type Example = {
  title: string;
  group: string;
  query: string;
  variables: Record<string, unknown> | null;
};

/** The groups in the order in which the menu shows them; a group that is not named here follows after. */
const GROUPS = ["Frontend", "Forschung", "Redaktion"];

/** Loads the examples; throws with a German message when the server does not deliver them. */
export async function loadExamples(url: URL): Promise<Example[]> {
  const response = await fetch(url, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`Beispiele nicht geladen (HTTP ${response.status})`);
  return (await response.json()) as Example[];
}

export function byGroup(examples: readonly Example[]): [group: string, examples: Example[]][] {
  const groups = new Map<string, Example[]>(GROUPS.map((group) => [group, []]));
  for (const example of examples) {
    const known = groups.get(example.group);
    if (known) known.push(example);
    else groups.set(example.group, [example]);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}

export function variablesText(example: Example): string {
  const { variables } = example;
  return variables && Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "";
}

/**
 * A tab that holds the example, ready to run. GraphiQL derives a tab's title from `operationName`, and only the title:
 * what is sent is read from the document. So the German title can stand there.
 */
export function exampleTab(example: Example, headers: string | null): TabState {
  return {
    id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
    hash: "",
    title: example.title,
    operationName: example.title,
    query: example.query,
    variables: variablesText(example),
    headers,
    response: null,
  };
}
