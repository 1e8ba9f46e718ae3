/** What a page gives back: its title for the tab and what stands in `main`, an `h1` first. */
export interface Shown {
  title: string;
  content: Node[];
  /** Said to screen readers once the page is there. */
  status: string;
}
