import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { describeMisuse } from '../private/misuse';
import { resolveResource } from '../private/resolved-resource';
import { secretInVariable } from '../private/secret-detection/detect';

/**
 * Fails the synth where a stage variable looks like a credential. Stage variables stand in the template and in the console in clear text.
 *
 * @param property of the stage that holds them
 */
export function refuseSecretVariables(owner: IConstruct, stage: CfnResource, property: 'Variables' | 'StageVariables'): void {
  owner.node.addValidation({ validate: () => secretVariables(owner, stage, property) });
}

/** Names only: their values belong in no message. */
function secretVariables(owner: IConstruct, stage: CfnResource, property: string): string[] {
  const variables = (resolveResource(stage).Properties?.[property] ?? {}) as Record<string, unknown>;
  return Object.entries(variables).flatMap(([name, value]) => {
    const found = typeof value === 'string' ? secretInVariable(name, value) : undefined;
    return found ? [describeMisuse(owner, {
      prop: `stage variable ${name}`,
      problem: `it looks like ${found.kind}, and everybody who may read the API's settings could read it`,
      instead: 'Keep it in Secrets Manager, and give the function the secret\'s ARN.',
    })] : [];
  });
}
