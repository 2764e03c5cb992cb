import type { Stage } from 'aws-cdk-lib';
import type { JudgedStage } from './annotate-stage';
import { identityOfAnnotation } from './annotation';
import type { GuardrailsProps } from '../guardrails-props';
import type { Finding } from '../reports/report';

/**
 * Warnings at the constructs of each Stage, when it is validated. Each is judged by itself: it closes its manifest, with the warnings in it, before
 * the app has its own templates.
 */
export class StageAnnotations {
  private readonly annotated = new Map<Stage, ReadonlySet<string>>();
  private last?: JudgedStage;

  public constructor(private readonly props: () => GuardrailsProps) {}

  /** Says at the constructs of a Stage what does not block, if that is asked for. */
  public annotate(stage: Stage): void {
    this.annotated.delete(stage); // it may be synthesized again
    if (!this.props().annotations) return;
    // the engine and its rules load at the end of the synth, when they are needed
    const { annotateStage } = require('./annotate-stage') as typeof import('./annotate-stage'); // eslint-disable-line @typescript-eslint/no-require-imports
    const annotated = annotateStage(stage, this.props());
    if (annotated === undefined) return;
    this.annotated.set(stage, annotated.annotations);
    this.last = annotated.judged;
  }

  /** Whether a finding is said at its construct. */
  public says(finding: Finding): boolean {
    if (this.annotated.size === 0) return false;
    const identity = identityOfAnnotation(finding);
    return [...this.annotated.values()].some((identities) => identities.has(identity));
  }

  /** What was judged for annotations, once: nothing of it is kept longer than the synth. */
  public takeJudged(): JudgedStage | undefined {
    const { last } = this;
    this.last = undefined;
    return last;
  }
}
