import type { Stage, StageSynthesisOptions } from 'aws-cdk-lib';

type Act = () => void;

const ACTS = new WeakMap<Stage, Act[]>();

/**
 * Acts when the synth of an app or another Stage begins: everything in it is made then, and no Stage in it is synthesized by it yet. An Aspect
 * of the app comes after its Stages. Who asked last acts first.
 */
export function beforeSynth(app: Stage, act: Act): void {
  const acts = ACTS.get(app);
  if (acts === undefined) intercept(app, [act]);
  else acts.unshift(act);
}

function intercept(app: Stage, acts: Act[]): void {
  ACTS.set(app, acts);
  // who overrides `synth` in another language has an object that cannot be changed, which calls the synth of its class
  const isOverridden = Object.getOwnPropertyDescriptor(app, 'synth')?.writable === false;
  const { synth } = isOverridden ? app.constructor.prototype as Stage : app;
  const synthAfterActs = (options?: StageSynthesisOptions) => {
    acts.forEach((act) => act());
    return synth.call(app, options);
  };
  if (!isOverridden) app.synth = synthAfterActs;
  offerToOtherLanguages(app, synthAfterActs);
}

/** Calls from other languages ask the class of an object for its methods, and the object only for what its class lacks. */
function offerToOtherLanguages(app: Stage, synth: Stage['synth']): void {
  const { constructor } = app;
  class OfThisApp extends (constructor as typeof Stage) {}
  Object.defineProperty(OfThisApp, 'name', { value: constructor.name });
  Object.defineProperty(OfThisApp.prototype, 'synth', { value: synth });
  Object.defineProperty(app, 'constructor', { value: OfThisApp, configurable: true });
}
