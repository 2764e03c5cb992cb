import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { findingsBelow } from './findings-below';
import type { KnownFinding } from './known-finding';
import { fail } from '../private/misuse';

/** What has been acknowledged where: a second synth, or a second call for the same scope, adds nothing. */
const acknowledged = new WeakMap<IConstruct, Set<string>>();

/**
 * The findings of cdk-nag that constructs of this library keep, each with the reason why it is no weakness there; listed, or
 * acknowledged if you ask for it.
 *
 * The constructs never acknowledge anything themselves: to silence a gate is for the one whose gate it is. Know what CDK does with
 * an acknowledgement. It drops the finding from the report of the plugin that made it, and then decides anew whether that plugin
 * failed, by what is left of severity `error` and `fatal` alone: for a plugin that reports `critical`, `high` or no severity, one
 * acknowledged finding lets all others of its report pass. What is acknowledged here are ids of cdk-nag, which drops them itself, so
 * that CDK has none to drop: nothing else passes with them, and other plugins fail as before.
 *
 * Acknowledged is one exact id on one resource that a construct of this library made, for what the construct itself wrote
 * there. A wildcard that you add to the policy of a function, a policy of yours on its role, and a construct of yours, even one
 * inside ours, stay found.
 *
 * Costs nothing: nothing of it is in the template.
 *
 * @see https://github.com/cdklabs/cdk-nag#acknowledging-a-rule
 *
 * @example
 * new SecureBucket(this, 'Uploads');
 * KnownFindings.acknowledge(this);
 */
export class KnownFindings {
  /**
   * Lists the known findings below a scope, and acknowledges none. Call it before the synth, and read `findings` after it.
   *
   * @param scope an app, stage, stack or construct
   */
  public static of(scope: IConstruct): KnownFindings {
    return new KnownFindings(scope, false);
  }

  /**
   * Acknowledges the known findings below a scope during the synth, when policies and names are settled; constructs that you add
   * after the call are included.
   *
   * It is your gate that stays silent about them: read the reasons first, `KnownFindings.of(scope)` lists them.
   *
   * @param scope an app, stage, stack or construct
   */
  public static acknowledge(scope: IConstruct): KnownFindings {
    return new KnownFindings(scope, true);
  }

  private listed?: KnownFinding[];

  private constructor(private readonly scope: IConstruct, acknowledges: boolean) {
    // after Aspects and cross-stack preparation: earlier, ids of wildcards would not be those that are judged
    scope.node.addValidation({
      validate: () => {
        this.list(acknowledges);
        return [];
      },
    });
  }

  /**
   * What is known below the scope, as of the last synth.
   *
   * @throws before the synth, or when this was called for the scope after it.
   */
  public get findings(): KnownFinding[] {
    return this.listed ?? fail(this.scope, {
      prop: 'findings',
      problem: 'what a policy allows and how resources are named is settled by the synth, which has not run since',
      instead: 'Call KnownFindings.of(scope) or acknowledge(scope) first, then app.synth(), then read findings.',
    });
  }

  private list(acknowledges: boolean): void {
    const known = findingsBelow(this.scope);
    this.listed = known.map(({ id, resource, reason }) => ({ id, resourcePath: resource.node.path, reason }));
    if (!acknowledges) return;
    for (const { id, resource, reason } of known) {
      const ids = acknowledged.get(resource) ?? new Set();
      acknowledged.set(resource, ids);
      if (!ids.has(id)) Validations.of(resource).acknowledge({ id, reason });
      ids.add(id);
    }
  }
}
