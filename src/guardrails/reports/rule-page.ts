import { packageVersion, repositoryUrl } from './package-metadata';
import { ALL_RULES } from '../rules/all-rules';

let ids: ReadonlySet<string> | undefined;

/** The page about a rule, as of this version; rules of users have none. */
export function pageOf(ruleId: string): string | undefined {
  ids ??= new Set(ALL_RULES.map(({ id }) => id));
  if (!ids.has(ruleId)) return undefined;
  const version = packageVersion();
  return `${repositoryUrl()}/blob/${version === '0.0.0' ? 'main' : `v${version}`}/docs/rules/${ruleId}.md`;
}
