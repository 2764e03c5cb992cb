import { Aspects, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { RemediatingAspect } from './remediating-aspect';
import { onEveryStage, stagesOf } from '../every-stage';

/** After the mutating Aspects of users (500), before those that only read (1000). */
const PRIORITY = 900;

/** Puts an Aspect into every Stage of an app: one of the app alone never enters a Stage. */
export class StageReach {
  private readonly aspects = new Map<Stage, RemediatingAspect>();
  private readonly reachThoseThatAreThere: () => void;

  public constructor(private readonly app: Stage, aspectFor: () => RemediatingAspect) {
    this.reachThoseThatAreThere = onEveryStage(app, (stage) => {
      const aspect = aspectFor();
      this.aspects.set(stage, aspect);
      Aspects.of(stage).add(aspect, { priority: PRIORITY });
    });
  }

  /** For Stages that were made since, where CDK does not tell of them. */
  public attach(): void {
    this.reachThoseThatAreThere();
  }

  /** For what comes after Aspects, or is told after them. */
  public visitLate(stage: Stage): void {
    this.aspects.get(stage)?.visitLate(stage);
  }

  /** Paths of the Stages that were synthesized before they could be reached, or before the settings were what they are now. */
  public get missed(): string[] {
    return stagesOf(this.app).filter((stage) => this.hasMissed(stage)).map((stage) => stage.node.path);
  }

  /** Whether the Stage of a construct is one of these. */
  public misses(construct: IConstruct): boolean {
    const stage = Stage.of(construct);
    return stage !== undefined && this.hasMissed(stage);
  }

  private hasMissed(stage: Stage): boolean {
    return !this.aspects.get(stage)?.hasRun;
  }
}
