import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import { defineRule } from '../../engine/rule';
import { unknown } from '../../engine/unknown';
import { violation } from '../../engine/violation';

const APPLICATION = 'AWS::CodeDeploy::Application';
const CONFIG = 'AWS::CodeDeploy::DeploymentConfig';

export const rule = defineRule({
  id: 'lambda/gradual-deployment',
  title: 'CodeDeploy moves traffic to new versions of Lambda functions step by step',
  severity: 'low',
  resourceTypes: ['AWS::CodeDeploy::DeploymentGroup'],
  controls: {},
  peers: {
    other: ['config:codedeploy-lambda-allatonce-traffic-shift-disabled'],
  },
  rationale: 'A faulty version gets all the traffic at once, and every caller meets the fault before an alarm can roll it back.',
  whenNotToUse: 'Functions whose versions must never run side by side.',
  fix: 'Set `deploymentConfig: codedeploy.LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES` on the `LambdaDeploymentGroup`, with `alarms`.',
  sources: [
    'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html#deployment-configuration-lambda',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentconfig.html',
  ],
  check: (group, app) => {
    const config = group.get('DeploymentConfigName');
    const name = config.textWith('…') ?? '';
    if (!isForLambda(group, name, app)) return 'NOT_APPLICABLE';
    if (config.isAbsent) return unknown('which configuration CodeDeploy takes by default for Lambda is not documented', config.location);
    const own = app.meantBy(config, CONFIG);
    if (own?.type === CONFIG) {
      const type = own.get('TrafficRoutingConfig').get('Type');
      if (type.isAbsent) return unknown('how its configuration moves traffic is not said', config.location);
      return type.is('AllAtOnce') ? violation(config, 'its configuration moves all traffic at once') : 'COMPLIANT';
    }
    if (config.is('CodeDeployDefault.LambdaAllAtOnce')) return violation(config, 'all traffic moves at once');
    if (/^CodeDeployDefault\.Lambda(?:Canary|Linear)/.test(name)) return 'COMPLIANT';
    return unknown('the deployment configuration is not in the app', config.location);
  },
});

/** By the platform of its application, or by a configuration that only Lambda knows. */
function isForLambda(group: Resource, configuration: string, app: AppModel): boolean {
  if (configuration.startsWith('CodeDeployDefault.')) return configuration.startsWith('CodeDeployDefault.Lambda');
  const name = group.get('ApplicationName');
  const application = app.meantBy(name, APPLICATION);
  if (application === undefined) return unknown(name.whyUnknown ?? 'the application is not in the app', name.location);
  return application.get('ComputePlatform').is('Lambda');
}
