import * as fs from 'fs';
import * as path from 'path';
import { Stack, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { pathsByLogicalId } from './construct-paths';
import { expandForEach } from './engine/expand-for-each';
import { setAsideMacros } from './engine/set-aside-macros';
import { section } from './engine/template';
import type { TemplateInput } from './engine/template-input';

/** Every synthesized template below a construct, nested stacks included, with what is known of its stack. */
export function templatesOf(root: IConstruct): TemplateInput[] {
  return stacksOf(root).flatMap((stack) => {
    const file = templateFileOf(stack);
    return fs.existsSync(file) ? [inputOf(stack, JSON.parse(fs.readFileSync(file, 'utf8')))] : [];
  });
}

/** The stacks of all Stages below a construct. */
export function stacksOf(root: IConstruct): Stack[] {
  return root.node.findAll().filter((node): node is Stack => Stack.isStack(node));
}

/** A template of a stack, with what is known of the stack. */
export function inputOf(stack: Stack, template: unknown): TemplateInput {
  const parent = stack.nestedStackParent;
  const expanded = expandForEach(template);
  const { body, notJudged } = setAsideMacros(expanded.body);
  return {
    file: templateFileOf(stack),
    body,
    notJudged: [...expanded.notJudged, ...notJudged],
    facts: {
      account: known(stack.account),
      region: known(stack.region),
      stackName: known(stack.stackName),
      terminationProtection: stack.terminationProtection,
      constructPath: stack.node.path,
    },
    constructPathOf: pathsIn(stack, body),
    ...parent && stack.nestedStackResource
      ? { nestedIn: { file: templateFileOf(parent), logicalId: stack.resolve(stack.nestedStackResource.logicalId) as string } }
      : {},
  };
}

/** Where the template of a stack is written. */
export function templateFileOf(stack: Stack): string {
  return path.join(Stage.of(stack)!.outdir, stack.templateFile);
}

/** Paths by logical id; the tree is walked when the first is asked for. */
function pathsIn(stack: Stack, body: unknown): (logicalId: string) => string | undefined {
  let paths: ReadonlyMap<string, string> | undefined;
  return (logicalId) => {
    paths ??= pathsByLogicalId(stack, new Set(Object.keys(section(section(body).Resources))));
    return paths.get(logicalId);
  };
}

function known(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
