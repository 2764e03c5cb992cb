import { App } from 'aws-cdk-lib';
import { ENTRIES } from './entries';
import { makersIn } from './makers';
import { stacksOf, templateFileOf, templatesOf } from '../../src/guardrails/app-templates';
import { AppModel } from '../../src/guardrails/engine/app-model';
import { evaluate } from '../../src/guardrails/engine/evaluate';
import type { Rule, Verdict } from '../../src/guardrails/engine/rule';
import { ALL_RULES } from '../../src/guardrails/rules/all-rules';

/** What the rule of an entry says of a resource. */
export interface Judged {
  readonly key: string;
  readonly verdict: Verdict;
  /** The construct of this library that made the resource. */
  readonly construct: string;
  /** Where it is, and what is wrong or not known. */
  readonly text: string;
}

/** A resource of an app. */
export interface Made {
  readonly type: string;
  readonly construct: string;
  readonly path: string;
  readonly properties: Record<string, unknown>;
}

export interface JudgedApp {
  readonly judged: readonly Judged[];
  readonly resources: readonly Made[];
}

/** The rules that answer the entries. */
export const RULES: readonly Rule[] = ALL_RULES.filter(({ id }) => ENTRIES.some(({ key, skipped }) => key === id && skipped === undefined));

/** What some rules cannot do without. */
const OPTIONS = {
  'apigateway/endpoint-type-allowed': { allowedTypes: ['REGIONAL', 'PRIVATE'] },
  // Lambda's own limit; those of APIs and queues have defaults
  'lambda/timeout-ceiling': { maximumSeconds: 900 },
};

/** Synthesizes an app and judges all of it. */
export function judgedApp(app: App, rules: readonly Rule[] = RULES): JudgedApp {
  app.synth();
  const makers = new Map(stacksOf(app).map((stack) => [templateFileOf(stack), makersIn(stack)]));
  const model = new AppModel(templatesOf(app));
  const construct = (file: string, id: string): string => makers.get(file)?.get(id) ?? 'none';
  const { judgements, faults } = evaluate(model, rules, OPTIONS);
  expect(faults).toEqual([]);
  return {
    judged: judgements.filter(({ resource }) => resource !== undefined).map(({ rule, verdict, resource, violations, unknown }) => ({
      key: rule.id,
      verdict,
      construct: construct(resource!.template.file, resource!.logicalId),
      text: `${resource!.constructPath}: ${violations.map(({ message }) => message).join('; ')}${unknown?.why ?? ''}`,
    })),
    resources: model.templates.flatMap(({ resources, file }) => [...resources.values()].map((resource) => ({
      type: resource.type,
      construct: construct(file, resource.logicalId),
      path: resource.constructPath ?? resource.logicalId,
      properties: resource.properties.json as Record<string, unknown>,
    }))),
  };
}
