import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import {
  AwsSolutionsChecks, HIPAASecurityChecks, IApplyRule, NagPack, NagRuleCompliance, NIST80053R4Checks, NIST80053R5Checks, PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';
import { IConstruct } from 'constructs';
import { newApp } from '../harness/apps';

/** How the judge sees the app: the construct tree, or the synthesized templates read back, where overrides are visible. */
export type Mode = 'tree' | 'template';

export interface Finding {
  /** Exact id with its detail: `AwsSolutions-IAM5[Action::s3:*]`. */
  readonly id: string;
  /** Construct path of the resource, in both modes. */
  readonly resource: string;
}

/** What one pack looked at: without this, silence could be blindness. */
export interface Examination {
  readonly pack: string;
  readonly resources: number;
  /** Rules that judged at least one resource. */
  readonly judging: Set<string>;
  /** Rules that found none of their resource types. */
  readonly idle: Set<string>;
}

export interface Verdict {
  readonly findings: Finding[];
  readonly examinations: Examination[];
}

/** All six packs of cdk-nag over a synthesized app. */
export function nag(app: App, mode: Mode): Verdict {
  const assembly = app.synth();
  const scope = mode === 'tree' ? app : readBack(assembly.stacksRecursively.map((stack) => ({ name: stack.id, file: stack.templateFullPath })));
  const packs = [
    new AwsSolutionsChecks(), new HIPAASecurityChecks(), new NIST80053R4Checks(), new NIST80053R5Checks(), new PCIDSS321Checks(),
    new ServerlessChecks(),
  ];
  const judged = packs.map((pack) => judge(pack, scope));
  return { findings: judged.flatMap(({ findings }) => findings), examinations: judged.map(({ examination }) => examination) };
}

function judge(pack: NagPack, scope: IConstruct): { findings: Finding[]; examination: Examination } {
  const judging = new Set<string>();
  const all = new Set<string>();
  const open = pack as unknown as { applyRule(params: IApplyRule): void };
  const applyRule = open.applyRule.bind(pack);
  open.applyRule = (params) => {
    const name = params.ruleSuffixOverride ?? params.rule.name;
    all.add(name);
    applyRule({
      ...params,
      ruleSuffixOverride: name,
      rule: (node) => {
        const result = params.rule(node);
        if (result !== NagRuleCompliance.NOT_APPLICABLE) judging.add(name);
        return result;
      },
    });
  };
  const byPath = new Map(scope.node.findAll().map((construct) => [construct.node.path, construct]));
  const findings = pack.validateScope(scope).violations.flatMap((violation) => violation.violatingResources.map((resource) => ({
    id: violation.ruleName,
    resource: originalPath(byPath.get(resource.constructPath!)!),
  })));
  return {
    findings,
    examination: {
      pack: pack.name,
      resources: scope.node.findAll().filter((construct) => CfnResource.isCfnResource(construct)).length,
      judging,
      idle: new Set([...all].filter((name) => !judging.has(name))),
    },
  };
}

function readBack(templates: { name: string; file: string }[]): App {
  const app = newApp();
  for (const { name, file } of templates) {
    // the path only has to be unique: findings are named by the path that the template remembers
    new CfnInclude(new Stack(app, name), 'Template', { templateFile: file, allowCyclicalReferences: true });
  }
  return app;
}

function originalPath(construct: IConstruct): string {
  const path = (construct as CfnResource).cfnOptions?.metadata?.['aws:cdk:path'];
  return path ?? construct.node.path;
}
