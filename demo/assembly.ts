import * as fs from 'fs';
import * as path from 'path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** One resource of a synthesized template. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  readonly properties: Record<string, any>;
}

/** One template that CloudFormation would deploy; a nested stack is one of its own. */
export interface TemplateFile {
  readonly name: string;
  readonly file: string;
  readonly resources: TemplateResource[];
}

/** All templates of an assembly: stacks of every stage, and their nested stacks. */
export function templatesOf(assembly: CloudAssembly): TemplateFile[] {
  return assembly.stacksRecursively.flatMap((stack) => readTemplate(stack.displayName, stack.templateFullPath));
}

function readTemplate(name: string, file: string): TemplateFile[] {
  const template = JSON.parse(fs.readFileSync(file, 'utf8')) as { Resources?: Record<string, any> };
  const resources = Object.entries(template.Resources ?? {}).map(([id, resource]) => ({
    id, type: resource.Type as string, properties: resource.Properties ?? {}, metadata: resource.Metadata ?? {},
  }));
  const nested = resources
    .filter(({ type }) => type === 'AWS::CloudFormation::Stack')
    .flatMap(({ id, metadata }) => readTemplate(`${name}/${id}`, path.join(path.dirname(file), metadata['aws:asset:path'])));
  return [{ name, file, resources }, ...nested];
}
