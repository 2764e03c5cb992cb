import { CfnResource, RemovalPolicy, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { isProviderFunction } from './provider-functions';
import type { ProviderLogsProps } from './provider-logs';
import { warn } from '../../private/misuse';
import { beforeSynth } from '../before-synth';
import { onEveryStage } from '../every-stage';
import { isSynthesized } from '../inside-stage';
import { obstacleToSupply } from '../remediation/supplies';
import { writtenResource } from '../remediation/written-resource';

/** Who asked for the logs of an app to be kept, and how; `Guardrails.enforce` counts more. */
interface Asked {
  enforced?: ProviderLogsProps;
  kept?: ProviderLogsProps;
}

const ASKED = new WeakMap<IConstruct, Asked>();

/** A function whose logs are not kept as asked, and why. */
export interface LogsNotKept {
  readonly node: CfnResource;
  readonly why: string;
}

/** Keeps logs as asked, in every Stage, just before it is synthesized: an Aspect must not add constructs. */
export function keepProviderLogs(app: Stage, asked: Asked): void {
  const before = ASKED.get(app);
  if (before !== undefined) {
    Object.assign(before, asked);
    return;
  }
  ASKED.set(app, { ...asked });
  onEveryStage(app, (stage) => {
    beforeSynth(stage, () => keepLogsIn(stage, false));
    stage.node.addValidation({
      validate: () => {
        keepLateProviderLogs(stage);
        if (stage === app && ASKED.get(app)?.enforced === undefined) warnOfLogsNotKept(app);
        return [];
      },
    });
  });
}

/** For functions that CDK adds once Aspects have run, which carry references to other regions. */
export function keepLateProviderLogs(stage: Stage): void {
  if (ASKED.has(stage.node.root)) keepLogsIn(stage, true);
}

/** Functions that were out of reach. */
export function providerLogsNotKept(app: IConstruct): LogsNotKept[] {
  const props = propsFor(app);
  if (props === undefined) return [];
  return app.node.findAll().filter(isProviderFunction).filter(hasNoLogGroup)
    .map((node) => ({ node, why: obstacleTo(node, props, true) ?? 'the Stage was synthesized before its functions could be reached' }));
}

function warnOfLogsNotKept(app: IConstruct): void {
  for (const { node, why } of providerLogsNotKept(app)) warn(node, 'provider-logs-not-kept', `The logs of this function of CDK are kept for ever: ${why}.`);
}

function propsFor({ node: { root } }: IConstruct): ProviderLogsProps | undefined {
  const { enforced, kept } = ASKED.get(root) ?? {};
  return enforced ?? kept;
}

function keepLogsIn(stage: Stage, isLate: boolean): void {
  const props = propsFor(stage);
  if (props === undefined || isSynthesized(stage)) return;
  for (const node of stage.node.findAll().filter(isProviderFunction)) {
    if (Stage.of(node) === stage && obstacleTo(node, props, isLate) === undefined) keepLogsOf(node, props);
  }
}

/** Why a log group cannot be added. */
function obstacleTo(node: CfnResource, { encryptionKeyArn }: ProviderLogsProps, isLate: boolean): string | undefined {
  if (isLate && node.stack.nested) return 'it came after the template of its nested stack was made';
  return encryptionKeyArn === undefined ? undefined : obstacleToSupply({ encryptionKey: encryptionKeyArn }, 'encryptionKey', node, isLate)?.obstacle;
}

function keepLogsOf(node: CfnResource, props: ProviderLogsProps): void {
  const { retentionDays, encryptionKeyArn } = props;
  const madeByCdk = besideL2(node, 'LogGroup')?.node.defaultChild;
  if (hasNoLogGroup(node)) {
    addLogGroup(node, props);
  } else if (CfnResource.isCfnResource(madeByCdk)) {
    if (retentionDays !== undefined) madeByCdk.addPropertyOverride('RetentionInDays', retentionDays);
    if (encryptionKeyArn !== undefined) madeByCdk.addPropertyOverride('KmsKeyId', encryptionKeyArn);
  }
}

/** An L2 may have a log group without naming it, or have its logs kept through another function. */
function hasNoLogGroup(node: CfnResource): boolean {
  if (besideL2(node, 'LogGroup') !== undefined || besideL2(node, 'LogRetention') !== undefined) return false;
  const { LoggingConfig } = writtenResource(node, ({ node: { addr } }) => addr).Properties as { LoggingConfig?: unknown };
  return LoggingConfig === undefined;
}

/** What the L2 of a function made beside it. */
function besideL2(node: CfnResource, id: string): IConstruct | undefined {
  return 'attrArn' in node ? node.node.scope?.node.tryFindChild(id) : undefined;
}

function addLogGroup(node: CfnResource, { retentionDays = 731, encryptionKeyArn }: ProviderLogsProps): void {
  const logGroup = new CfnResource(node.node.scope!, `${node.node.id}LogGroup`, {
    type: 'AWS::Logs::LogGroup',
    properties: { RetentionInDays: retentionDays, KmsKeyId: encryptionKeyArn },
  });
  logGroup.applyRemovalPolicy(RemovalPolicy.RETAIN);
  node.addPropertyOverride('LoggingConfig.LogGroup', logGroup.ref);
}
