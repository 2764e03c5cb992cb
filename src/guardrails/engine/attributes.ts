import { opaque, resolve } from './intrinsics';
import { Opaque, Reference } from './resolved';
import type { Resolved } from './resolved';
import { section } from './template';
import type { Template } from './template';

/** `Ref` or `Fn::GetAtt` of a resource: followed into nested stacks and SSM parameters, else a reference to it. */
export function attributeOf(logicalId: string, attribute: string, template: Template, depth: number): Resolved {
  const resource = template.resources.get(logicalId);
  if (resource === undefined) return missing(logicalId, attribute, template);
  if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
    const nested = template.app.nestedIn(resource);
    const output = section(nested?.outputs[attribute.slice('Outputs.'.length)]).Value;
    const value = nested && resolve(output, nested, depth);
    return value ?? opaque('the output of a nested stack that is not here', { logicalId, attribute }, template, true, true);
  }
  if (resource.type === 'AWS::SSM::Parameter' && attribute === 'Value') {
    return resource.resolved('Value', depth) ?? opaque(`the value of ${logicalId}`, { logicalId, attribute }, template, true, true);
  }
  if (isCustom(resource.type) && attribute !== 'Ref') return opaque(`an attribute of the custom resource ${logicalId}`, { logicalId, attribute }, template);
  return new Reference(resource, attribute);
}

/** Only resources have attributes, wherever this one is: one of them is not the empty text that a parameter may be, and its ARN is one. */
function missing(logicalId: string, attribute: string, { file }: Template): Opaque {
  const isArn = attribute.endsWith('Arn');
  return new Opaque(`the template has no resource ${logicalId}`, `${file}:${logicalId}.${attribute}`, attribute !== 'Ref', isArn, isArn ? /^arn:/ : undefined);
}

/** An import that no template of the app exports. CloudFormation exports nothing but text, and no empty one, but it may be any other. */
export function foreignImport(name: string): Opaque {
  return new Opaque(`the export ${name} belongs to a stack outside the app`, `import ${name}`, false, true);
}

/** An output of a stack that is not in the app, or of two by one name. */
export function foreignOutput(stack: string, output: string): Opaque {
  return new Opaque(`the output ${output} of the stack ${stack} is outside the app`, `output ${stack} ${output}`, false, true);
}

function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
