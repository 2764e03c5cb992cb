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
  if (isSaidByOthers(resource.type, attribute)) {
    const what = attribute === 'Ref' ? 'the id' : 'an attribute';
    return opaque(`${what} of ${logicalId} ${SAID}`, { logicalId, attribute }, template, attribute === 'Ref', attribute === 'Ref');
  }
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

/** Whether code that is not AWS's decides what a resource answers: it may name anything, also what belongs to strangers. */
function isSaidByOthers(type: string, attribute: string): boolean {
  if (attribute === 'Ref' && type === PROVIDER_OF_CDK) return false;
  if (!/^(AWS|Alexa)::/.test(type) || type === 'AWS::CloudFormation::CustomResource') return true;
  return `${type}.${attribute}` === SIGNALS || attribute.startsWith('Outputs.');
}

const SAID = 'is what its provider says';

/** Whether that is why a value is not known. */
export function isSaidByProvider({ why }: Opaque): boolean {
  return why.endsWith(SAID);
}

/** By which CDK makes a provider of OpenID Connect; its id is the ARN of that. */
const PROVIDER_OF_CDK = 'Custom::AWSCDKOpenIdConnectProvider';

/** What the senders of the signals say that it waits for. */
const SIGNALS = 'AWS::CloudFormation::WaitCondition.Data';
