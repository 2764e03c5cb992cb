import { OF_PROWLER, OF_RHINO } from './published-escalation-paths';
import type { PublishedPath } from './published-escalation-paths';
import { expandAction } from '../../../../src/guardrails/engine/iam/actions';
import { ESCALATION_PATHS } from '../../../../src/guardrails/engine/iam/escalation-paths';

/** What the catalogues name and no path of ours is found in, each with the reason. */
const ABSENT: Readonly<Record<string, string>> = {
  'Rhino 22': 'a pipeline runs nothing before datapipeline:ActivatePipeline, which the path asks for as well',
  'Rhino 23': 'AWS never documented codestar:CreateProjectFromTemplate, and closed CodeStar on July 31, 2024',
  'Prowler PassRole+AgentCoreCreateInterpreter+InvokeInterpreter':
    'code runs in a session, and the path asks for bedrock-agentcore:StartCodeInterpreterSession as well',
};

const NAMED = [
  ...OF_RHINO.map((path) => ['Rhino', path] as const),
  ...OF_PROWLER.map((path) => ['Prowler', path] as const),
].map(([catalogue, path]): [string, PublishedPath] => [`${catalogue} ${path.name}`, path]);

/** The paths of ours that somebody can take who has these permissions. */
function openWith({ actions }: PublishedPath): string[] {
  const permitted = new Set(actions.flatMap(expandAction));
  return ESCALATION_PATHS.filter((path) => path.actions.every((action) => permitted.has(action))).map(({ id }) => id);
}

test('the catalogues are whole', () => {
  expect([OF_RHINO.length, OF_PROWLER.length]).toEqual([28, 74]);
  expect(new Set(NAMED.map(([name]) => name)).size).toBe(NAMED.length);
});

test.each(NAMED.filter(([name]) => ABSENT[name] === undefined))('%s is one of the paths', (_, path) => {
  expect(openWith(path)).not.toEqual([]);
});

test.each(Object.entries(ABSENT))('%s is none of them still: %s', (name) => {
  const [, path] = NAMED.find(([named]) => named === name)!;
  expect(openWith(path)).toEqual([]);
});

/** Who publishes escalations. */
const PUBLISHERS = [
  /^https:\/\/pathfinding\.cloud\/paths\/[a-z\d]+-\d{3}$/,
  /^https:\/\/hackingthe\.cloud\/aws\/exploitation\/iam_privilege_escalation\/$/,
  /^https:\/\/github\.com\/HackTricks-wiki\/hacktricks-cloud\/tree\/master\/src\/pentesting-cloud\/aws-security\/aws-privilege-escalation\/aws-[a-z-]+-privesc$/,
  /^https:\/\/github\.com\/DataDog\/pathfinding-labs$/,
];

test.each(ESCALATION_PATHS.map(({ id, source }) => [id, source]))('%s has a publisher: %s', (_, source) => {
  expect(new URL(source).href).toBe(source);
  expect(PUBLISHERS.filter((page) => page.test(source))).toHaveLength(1);
});

test('a page of its own is the source of one path', () => {
  const pages = ESCALATION_PATHS.map(({ source }) => source).filter((source) => source.startsWith('https://pathfinding.cloud/'));
  expect(pages.filter((page, index) => pages.indexOf(page) !== index)).toEqual([]);
});
