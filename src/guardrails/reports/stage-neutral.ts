import { withoutHash } from './fingerprint';
import { stackInStage } from './stack-in-stage';
import type { AppModel } from '../engine/app-model';
import { isIntrinsic, resolve } from '../engine/intrinsics';
import { Composite, Container, Opaque, Reference } from '../engine/resolved';
import type { TextPart } from '../engine/resolved';
import type { Template } from '../engine/template';
import type { About } from '../engine/violation';

/**
 * Content of a template as JSON that is the same in every Stage that deploys it: references say the logical id, imports and parameters of
 * nested stacks are followed to it, and the stack's own account, region and name are pseudo-parameters.
 */
export function stageNeutral(content: About, template: Template | undefined): unknown {
  if (content === undefined || typeof content === 'number' || typeof content === 'boolean') return content;
  if (typeof content === 'string') return neutralText(content, template);
  if (content instanceof Container) return neutralJson(content.json, content.template);
  if (content instanceof Composite) return content.parts.map((part) => neutralPart(part, template)).join('');
  if (content instanceof Reference || content instanceof Opaque) return neutralPart(content, template);
  return content.map((item) => stageNeutral(item, template));
}

function neutralJson(json: unknown, template: Template): unknown {
  if (isResolved(json)) return stageNeutral(json, template);
  if (isIntrinsic(json)) {
    const resolved = template.app.world.same(() => resolve(json, template));
    if (resolved !== undefined) return stageNeutral(resolved.value, template);
  }
  if (Array.isArray(json)) return json.map((item) => neutralJson(item, template));
  if (typeof json === 'object' && json !== null) {
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [neutralText(key, template), neutralJson(item, template)]));
  }
  return typeof json === 'string' ? neutralText(json, template) : json;
}

function isResolved(json: unknown): json is Container | Composite | Reference | Opaque {
  return json instanceof Container || json instanceof Composite || json instanceof Reference || json instanceof Opaque;
}

function neutralPart(part: TextPart, template: Template | undefined): string {
  if (typeof part === 'string') return neutralText(part, template);
  if (part instanceof Reference) return `\${${withoutHash(part.resource.logicalId)}.${part.attribute}}`;
  return `\${${neutralText(template === undefined ? part.key : part.key.replace(filesOf(template.app), '$1'), template)}}`;
}

const FILES = new WeakMap<AppModel, RegExp>();

/** Keys of what is unknown begin with the file in whose words they speak; commands and apps name the same file differently. */
function filesOf(app: AppModel): RegExp {
  let files = FILES.get(app);
  if (files === undefined) {
    const longestFirst = app.templates.map(({ file }) => file).sort((one, other) => other.length - one.length);
    files = new RegExp(`(^|<|parameter )(?:${longestFirst.map(escaped).join('|')}):`, 'g');
    FILES.set(app, files);
  }
  return files;
}

/** What is the same in all stacks of an app, whether a template names it or asks for it. */
const OF_EVERY_STACK: readonly (readonly [RegExp, string])[] = [
  [/\barn:aws(-[a-z]+)*:/g, 'arn:${AWS::Partition}:'],
  [/\bamazonaws\.com(\.cn)?\b/g, '${AWS::URLSuffix}'],
];

function neutralText(text: string, template: Template | undefined): string {
  const shared = OF_EVERY_STACK.reduce((neutral, [own, name]) => neutral.replace(own, () => name), text);
  if (template === undefined) return shared;
  const { account, region, stackName } = template.root.facts;
  const own: readonly (readonly [string | undefined, string])[] = [
    [stackName, 'AWS::StackName'], ...stacksOfStages(template.app), [account, 'AWS::AccountId'], [region, 'AWS::Region'],
  ];
  return own.reduce((neutral, [value, name]) => (value === undefined ? neutral : replaced(neutral, value, `\${${name}}`)), shared);
}

const STACKS = new WeakMap<AppModel, (readonly [string, string])[]>();

/** What CDK calls the stacks of Stages, after their Stage, and what they are called in it. */
function stacksOfStages(app: AppModel): readonly (readonly [string, string])[] {
  let stacks = STACKS.get(app);
  if (stacks === undefined) {
    stacks = app.templates.filter(({ parent }) => parent === undefined).map((template) => [template.facts, stackInStage(template)] as const)
      .filter(([{ stackName, constructPath }, name]) => constructPath !== name && stackName === constructPath?.replaceAll('/', '-'))
      .map(([{ stackName }, name]) => [stackName!, name]);
    STACKS.set(app, stacks);
  }
  return stacks;
}

/** Where it stands as a word: an Availability Zone is the region and a letter. */
function replaced(text: string, word: string, name: string): string {
  if (!text.includes(word)) return text;
  return text.replace(new RegExp(`(?<![A-Za-z\\d])${escaped(word)}(?=[a-f]?(?![A-Za-z\\d]))`, 'g'), () => name);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
