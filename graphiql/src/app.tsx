import { DOC_EXPLORER_PLUGIN, DocExplorerContextProvider } from "@graphiql/plugin-doc-explorer";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { HISTORY_PLUGIN, HistoryContextProvider } from "@graphiql/plugin-history";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQLInterface, GraphiQLProvider } from "graphiql";
import { createRoot } from "react-dom/client";
import { byGroup, loadExamples, variablesText, type Example } from "./examples";
import { Header } from "./header";
import { storage } from "./storage";

import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./app.css";

/** Shown in an empty tab, and on the first visit when the server has no examples. */
const WELCOME = `# Willkommen bei engagegraph.
#
# Oben stehen Beispielabfragen nach Nutzergruppen, links Schema, Verlauf und Explorer.
# Ausführen: Strg+Eingabe. Vorschläge beim Schreiben: Strg+Leertaste.

`;

const plugins = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
const api = new URL(document.querySelector<HTMLMetaElement>('meta[name="engagegraph-api"]')?.content ?? "../", location.href);
const fetcher = createGraphiQLFetcher({ url: new URL("graphql", api).href });

function Page({ examples, trouble }: { examples: readonly Example[]; trouble: string | null }) {
  // On the first visit one example per group stands ready; afterwards the browser's own tabs come back.
  const firstTabs = byGroup(examples).flatMap(([, [example]]) =>
    example ? [{ query: example.query, variables: variablesText(example) }] : [],
  );
  return (
    <GraphiQLProvider
      fetcher={fetcher}
      storage={storage}
      plugins={plugins}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      defaultQuery={WELCOME}
      {...(firstTabs.length > 0 && { defaultTabs: firstTabs })}
      shouldPersistHeaders={false} // a token must not outlive the page in the browser's storage
    >
      <HistoryContextProvider>
        <DocExplorerContextProvider>
          <Header examples={examples} trouble={trouble} />
          <GraphiQLInterface defaultEditorToolsVisibility="variables" showPersistHeadersSettings={false} />
        </DocExplorerContextProvider>
      </HistoryContextProvider>
    </GraphiQLProvider>
  );
}

async function start(): Promise<void> {
  let examples: Example[] = [];
  let trouble: string | null = null;
  try {
    examples = await loadExamples(new URL("examples.json", api));
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
  }
  createRoot(document.getElementById("root")!).render(<Page examples={examples} trouble={trouble} />);
}

void start();
