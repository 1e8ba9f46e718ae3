import { DropdownMenu, useEditorContext } from "@graphiql/react";
import { useEffect, useState } from "react";
import { byGroup, exampleTab, type Example } from "./examples";

/** The page's head: the project's name and, per user group, a menu of example queries. */
export function Header({ examples, trouble }: { examples: readonly Example[]; trouble: string | null }) {
  const open = useOpenExample();
  useExampleTitles(examples);
  return (
    <header className="engagegraph-header">
      <h1>engagegraph</h1>
      <nav aria-label="Beispielabfragen">
        <span className="engagegraph-menu-label">Beispiele:</span>
        {byGroup(examples).map(([group, members]) => (
          <DropdownMenu key={group}>
            <DropdownMenu.Button className="engagegraph-menu">{group} ▾</DropdownMenu.Button>
            <DropdownMenu.Content align="start">
              {members.map((example) => (
                <DropdownMenu.Item key={example.title} onSelect={() => open(example)}>
                  {example.title}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Content>
          </DropdownMenu>
        ))}
        {trouble && <span role="alert">{trouble}</span>}
      </nav>
      <p className="engagegraph-hint">
        Redaktion: unter „Headers“ <code>{'{"Authorization": "Bearer …"}'}</code> eintragen, dann Schema neu laden (⟳)
      </p>
    </header>
  );
}

/**
 * Returns a function that shows an example in a tab of its own: the tab that holds it already, unchanged, else a new
 * one. The headers of the current tab go along, so that an editor gives the token once.
 */
function useOpenExample(): (example: Example) => void {
  const { tabs, activeTabIndex, moveTab, changeTab, headerEditor } = useEditorContext({ nonNull: true });
  const [wanted, setWanted] = useState<string | null>(null);

  // The new tab exists only after the next render: only then can it be made the active one.
  useEffect(() => {
    const index = tabs.findIndex((tab) => tab.id === wanted);
    if (index < 0) return;
    setWanted(null);
    changeTab(index);
  }, [tabs, wanted, changeTab]);

  return (example) => {
    const headers = headerEditor?.getValue() || null;
    const present = tabs.find((tab) => tab.query === example.query);
    if (present && present === tabs[activeTabIndex]) return;
    const tab = present ? { ...present, headers: present.headers || headers } : exampleTab(example, headers);
    moveTab(present ? tabs.map((each) => (each === present ? tab : each)) : [...tabs, tab]);
    setWanted(tab.id);
  };
}

/** Gives every tab that holds an example's own text the example's German title, for as long as it holds it. */
function useExampleTitles(examples: readonly Example[]): void {
  const { tabs, activeTabIndex, moveTab, updateActiveTabValues, queryEditor, variableEditor, headerEditor } =
    useEditorContext({ nonNull: true });
  const titleOf = (tab: { query: string | null } | undefined) =>
    examples.find((example) => example.query === tab?.query)?.title;

  // At the start, once: GraphiQL names the tabs by their operations, and leaves the first tab's variables out.
  const [started, setStarted] = useState(false);
  const mounted = Boolean(queryEditor && variableEditor && headerEditor);
  useEffect(() => {
    if (started || !mounted) return;
    setStarted(true);
    const active = tabs[activeTabIndex];
    moveTab(tabs.map((tab) => (tab === active ? tab : { ...tab, title: titleOf(tab) ?? tab.title })));
  });

  // Afterwards only the active tab can change its text, and with it its title.
  const active = tabs[activeTabIndex];
  const title = titleOf(active);
  const stale = title !== undefined && active?.title !== title;
  useEffect(() => {
    if (stale) updateActiveTabValues({ operationName: title });
  }, [stale, title, updateActiveTabValues]);
}
