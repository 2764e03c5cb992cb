import { Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { IConstruct } from 'constructs';
import { accessLogStays } from './access-log-format';
import { answersItsDomainOnly, bringNoRoutes } from './api-promises';
import { ApiTlsPolicy } from './api-tls-policy';
import type { BoundAccess } from './reach/bound-access';
import { methodSettingsStay, ThrottledRoute } from './stage-settings';
import { refuseSecretVariables } from './stage-variables';
import type { ApiThrottle } from './throttle';
import { Protection, seal, stays } from '../private/seal';
import { neverPublic } from '../private/sealed-policy';

/** Keeps the promises about the API itself. */
export function sealRestApi(owner: IConstruct, restApi: apigateway.RestApi, access: BoundAccess | undefined, hasDomain: boolean): void {
  seal(owner, restApi.node.defaultChild as apigateway.CfnRestApi, [
    {
      path: 'SecurityPolicy',
      promise: 'the API takes TLS 1.2 and later only, with forward secrecy',
      instead: 'Choose a tlsPolicy.',
      holds: (value) => Object.values<unknown>(ApiTlsPolicy).includes(value),
    },
    stays('EndpointAccessMode', 'STRICT', 'requests must come by the endpoint and host name they name', 'Leave it to the construct.'),
    ...bringNoRoutes(
      ['Body', 'BodyS3Location', 'CloneFrom'],
      'every method is a route that was added with its authorization',
      'Add routes by addRoute(method, path, fn, { auth }).',
    ),
    ...answersItsDomainOnly(hasDomain),
    ...(access ? accessStays(restApi, access) : [neverPublic('Policy')]),
  ]);
}

/** What the stage was made with. */
interface StagePromises {
  readonly accessLogGroup: logs.ILogGroup;
  readonly accessLogFormat: string;
  readonly throttle: ApiThrottle;
  /** Routes with limits of their own, read when the template is written. */
  readonly routes: () => ThrottledRoute[];
}

/** Keeps the promises about the stage. */
export function sealStage(owner: IConstruct, stage: apigateway.Stage, { accessLogGroup, accessLogFormat, throttle, routes }: StagePromises): void {
  seal(owner, stage.node.defaultChild as apigateway.CfnStage, [
    ...accessLogStays(owner, 'AccessLogSetting', accessLogGroup, accessLogFormat),
    stays('TracingEnabled', true, 'requests are traced', 'Leave tracing on; X-Ray samples, so that it costs little.'),
    ...methodSettingsStay(owner, throttle, routes),
  ]);
  refuseSecretVariables(owner, stage.node.defaultChild as apigateway.CfnStage, 'Variables');
}

function accessStays(restApi: apigateway.RestApi, { policy, allowSids, denySids, endpointConfiguration }: BoundAccess): Protection[] {
  const [type] = endpointConfiguration.types;
  const made = (policy.toJSON() as { Statement: unknown[] }).Statement; // as they are now: what is added to the policy later is not among them
  return [
    {
      path: 'Policy',
      promise: 'only those whom access names reach the API',
      instead: 'Change access instead of adding statements that allow others.',
      holds: (emitted) => {
        const allowing = statementsOf(emitted).filter(({ Effect }) => Effect === 'Allow').map(({ Sid }) => Sid);
        return allowing.length === allowSids.length && allowSids.every((sid) => allowing.includes(sid));
      },
    },
    {
      path: 'Policy',
      promise: 'only those whom access names reach the API',
      instead: `Leave the statements ${[...allowSids, ...denySids].join(', ')} as they are, and change access instead.`,
      holds: (emitted) => {
        const present = statementsOf(emitted).map((statement) => JSON.stringify(statement));
        return (Stack.of(restApi).resolve(made) as unknown[]).every((statement) => present.includes(JSON.stringify(statement)));
      },
    },
    stays('EndpointConfiguration.Types.0', type, 'the API keeps its endpoint type', 'Change access instead.'),
  ];
}

function statementsOf(policy: unknown): { Effect?: string; Sid?: string }[] {
  const statements = (policy as { Statement?: unknown } | undefined)?.Statement ?? [];
  return (Array.isArray(statements) ? statements : [statements]) as { Effect?: string; Sid?: string }[];
}
