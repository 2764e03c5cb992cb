import { PropertyInjectors } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { CLASSES_WITH_DEFAULTS } from './classes-with-defaults';
import { DefaultInjector, injectorAt } from './default-injector';

/**
 * Hardened defaults for the plain L2s of CDK: what their props leave out is filled in, what they say is kept.
 *
 * | L2 | default |
 * |---|---|
 * | `s3.Bucket` | TLS only, no public access, no ACLs, encrypted, versioned, incomplete uploads removed after 7 days |
 * | `dynamodb.Table`, `TableV2` | point-in-time recovery; deletion protection if its removal policy is RETAIN, as by default, and its profile not ephemeral |
 * | `lambda.Function` and its subclasses | X-Ray tracing, except `EdgeFunction` |
 * | `logs.LogGroup` | deletion protection if its removal policy is RETAIN, as by default, and its profile not ephemeral |
 * | `sqs.Queue` | TLS only, encrypted |
 * | `sns.Topic` | TLS only; alarms of the account may publish |
 * | `kms.Key` | rotated, if it is symmetric |
 * | `apigateway.RestApi`, `SpecRestApi` | X-Ray tracing, cache encrypted |
 * | `ec2.Vpc` | default security group closed, flow logs to CloudWatch Logs (billed by volume) |
 * | `cognito.UserPool` | deletion protection if its removal policy is RETAIN, as by default, and its profile not ephemeral |
 * | `cognito.UserPoolClient` | tells nobody which users exist; no implicit grant where `oAuth` is left out |
 * | `cloudfront.Distribution` | HTTP is redirected to HTTPS |
 * | `stepfunctions.StateMachine` | X-Ray tracing |
 *
 * `secretsmanager.Secret` is as it is: its value is strong by itself, and the rest takes a key, a policy or a function of yours.
 *
 * Nothing is filled in that needs a key, a bucket or a log group of yours, replaces a resource, or changes how users sign in.
 * `enforceSSL` makes the L2 write a policy: if you write one with a resource of your own (`s3.CfnBucketPolicy`, `sqs.QueuePolicy`,
 * `sns.TopicPolicy`), say `enforceSSL: false` and put the statement there. A plain function that CloudFront runs at the edge has to say
 * `tracing: lambda.Tracing.DISABLED`.
 *
 * @example
 * HardenedDefaults.inject(this);
 * new s3.Bucket(this, 'Reports'); // TLS only, not public, encrypted, versioned
 */
export class HardenedDefaults {
  /**
   * Fills in props of what is made below a scope from now on, in Stages too. What exists already keeps what it has: see `RemediationMixin`.
   *
   * Property injectors of yours for the same classes run first, whether they are registered at this scope, above or below it; what they
   * leave out is filled in. One that is registered later, here or nearer to the construct, hides these defaults, as CDK asks the nearest
   * only: then call this once more. A second call changes nothing else.
   *
   * @param scope the app, a Stage, a stack or any other construct
   */
  public static inject(scope: IConstruct): void {
    for (const node of scope.node.findAll()) {
      const classes = Object.entries(CLASSES_WITH_DEFAULTS).filter(([id]) => node === scope || injectorAt(node, id) !== undefined);
      for (const [id, load] of classes) {
        const registered = injectorAt(node, id);
        if (!(registered instanceof DefaultInjector)) PropertyInjectors.of(node).add(new DefaultInjector(node, id, load, registered));
      }
    }
  }

  private constructor() {}
}
