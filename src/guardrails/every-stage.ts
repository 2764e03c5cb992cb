import { Stage } from 'aws-cdk-lib';
import { beforeSynth } from './before-synth';
import { onStageBirth } from './inside-stage';

/**
 * Acts once on every Stage of an app, the app itself among them: at once on those that are there, on later ones when they are made, and if
 * CDK does not tell of that, when the synth of the app begins. Call what it returns to look for those before.
 */
export function onEveryStage(app: Stage, act: (stage: Stage) => void): () => void {
  const reached = new WeakSet<Stage>();
  const reach = (stage: Stage): void => {
    if (reached.has(stage)) return;
    reached.add(stage);
    act(stage);
  };
  const reachThoseThatAreThere = (): void => {
    for (const stage of stagesOf(app)) {
      if (!reached.has(stage)) onStageBirth(stage, reach);
      reach(stage);
    }
  };
  reachThoseThatAreThere();
  beforeSynth(app, reachThoseThatAreThere);
  return reachThoseThatAreThere;
}

/** A Stage and all Stages in it. */
export function stagesOf(app: Stage): Stage[] {
  return app.node.findAll().filter((node): node is Stage => Stage.isStage(node));
}
