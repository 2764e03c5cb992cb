import { type Snippet, appOf } from './snippets';
import { findingsIn } from '../judges/findings-in';

/** What comes of an example. */
interface JudgedSnippet {
  /** How many resources its templates have. */
  readonly resources: number;
  /** What the default set of our own rules finds: `rule at construct path`. */
  readonly findings: readonly string[];
}

const judged = new Map<Snippet, JudgedSnippet>();

/** Synthesizes an example and judges it, once. */
export function judgedSnippet(snippet: Snippet): JudgedSnippet {
  const before = judged.get(snippet);
  if (before !== undefined) return before;
  const app = appOf(snippet);
  const { stacksRecursively } = app.synth();
  const resources = stacksRecursively.reduce((sum, { template }) => sum + Object.keys(template.Resources ?? {}).length, 0);
  const result = { resources, findings: findingsIn(app) };
  judged.set(snippet, result);
  return result;
}

/** Of all examples of a page, in the order in which they stand there. */
export function findingsOf(page: string, snippets: readonly Snippet[]): string[] {
  return [...new Set(snippets.filter((snippet) => snippet.page === page).flatMap((snippet) => judgedSnippet(snippet).findings))];
}
