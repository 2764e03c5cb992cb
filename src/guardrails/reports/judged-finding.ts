import type { ChangeableFinding } from './changed-finding';
import { fingerprintOf } from './fingerprint';
import { fixOf } from './made-by-cdk';
import type { Finding } from './report';
import { stackInStage } from './stack-in-stage';
import { stageNeutral } from './stage-neutral';
import type { Resource } from '../engine/resource';
import type { Rule } from '../engine/rule';
import type { Template } from '../engine/template';
import type { Violation } from '../engine/violation';

/** What is known of one thing that is wrong. */
interface Judged {
  readonly rule: Rule;
  readonly verdict: Finding['verdict'];
  readonly resource?: Resource;
  readonly template: string;
  /** The template, where no resource is meant; rules about the app have none. */
  readonly scope?: Template;
  readonly place: Violation;
  readonly line?: number;
}

/**
 * A finding as the engine made it. What is seldom asked for, and costs, is computed when it is: apps have thousands of findings, and their
 * report shows none of it.
 */
export class JudgedFinding implements ChangeableFinding {
  public readonly ruleId: string;
  public readonly catalogueKey: string;
  public readonly severity: Finding['severity'];
  public readonly verdict: Finding['verdict'];
  public readonly title: string;
  public readonly message: string;
  public readonly fix: string;
  public readonly template: string;
  public readonly logicalId?: string;
  public readonly resourceType?: string;
  public readonly location: string;
  public readonly line?: number;
  public readonly controls: Finding['controls'];
  readonly #judged: Judged;

  public constructor(judged: Judged) {
    const { rule, resource, place } = judged;
    this.ruleId = rule.id;
    this.catalogueKey = rule.catalogueKey ?? rule.id;
    this.severity = rule.severity;
    this.verdict = judged.verdict;
    this.title = rule.title;
    this.message = place.message;
    this.fix = fixOf(rule, resource);
    this.template = judged.template;
    this.logicalId = resource?.logicalId;
    this.resourceType = resource?.type;
    this.location = place.location;
    this.line = judged.line;
    this.controls = rule.controls;
    this.#judged = judged;
  }

  public get constructPath(): string | undefined {
    return this.#judged.resource?.constructPath;
  }

  public get stackPath(): string | undefined {
    const { resource, scope = resource?.template } = this.#judged;
    return scope?.facts.constructPath;
  }

  public get fingerprint(): string {
    const { rule, verdict, resource, scope = resource?.template, place } = this.#judged;
    const { location, content, about = verdict === 'NON_COMPLIANT' ? undefined : verdict } = place;
    const subject = { stack: scope && stackInStage(scope), resource };
    return fingerprintOf(rule.id, subject, { location, content: stageNeutral(content, scope), about: stageNeutral(about, scope) });
  }

  /** A copy with something else in it. */
  public with(changes: Partial<Finding>): Finding {
    return Object.assign(new JudgedFinding(this.#judged), this, changes);
  }

  public toJSON(): object {
    return { ...this, constructPath: this.constructPath, fingerprint: this.fingerprint };
  }
}
