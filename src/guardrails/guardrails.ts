import { Stage, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { HardenedDefaults } from './defaults/hardened-defaults';
import { keepProviderLogs } from './defaults/provider-log-groups';
import { refuseWrongLogs } from './defaults/wrong-provider-logs';
import { onEveryStage } from './every-stage';
import type { GuardrailsProps } from './guardrails-props';
import { JudgingPlugin } from './judging-plugin';
import { wrongSupply } from './remediation/supplies';
import { EnforcementMode } from './rule-mode';
import { refuseTokens } from './settings-faults';
import { fail } from '../private/misuse';
import { Profile } from '../profile';

const PLUGINS = new WeakMap<IConstruct, JudgingPlugin>();

/**
 * Rules over the whole app: every resource of every stack, whoever made it, is judged when the app is synthesized.
 *
 * @example
 * Guardrails.enforce(app);
 */
export class Guardrails {
  /**
   * Judges the app at synthesis. Findings of severity critical and high stop the synth, the others are warnings, and what no template
   * tells is left out. A second call replaces the settings of the first.
   *
   * @param app the app; constructs below it are refused, since rules look at the app as a whole
   * @throws if it is given something else than the app, a token among the settings, or a profile that the app cannot have; at synth if a setting names a rule or an option that does not exist, or a value that no remediation can use
   */
  public static enforce(app: IConstruct, props: GuardrailsProps = {}): void {
    if (!Stage.isStage(app) || app.node.scope !== undefined) {
      fail(app, { prop: 'app', problem: 'is not the app', instead: 'Pass the App: Guardrails.enforce(app).' });
    }
    const wrong = wrongSupply(props);
    if (wrong !== undefined) fail(app, wrong);
    refuseTokens(app, props);
    if (props.providerLogs !== undefined) refuseWrongLogs(app, props.providerLogs);
    if (props.profile !== undefined) Profile.set(app, props.profile);
    const plugin = PLUGINS.get(app) ?? register(app);
    const { props: before } = plugin;
    plugin.props = props;
    if (props.hardenDefaults) HardenedDefaults.inject(app);
    if (before.providerLogs !== undefined || props.providerLogs !== undefined) keepProviderLogs(app, { enforced: props.providerLogs });
    if (props.modes?.some(({ mode }) => mode === EnforcementMode.REMEDIATE)) remediate(app, plugin);
  }

  private constructor() {}
}

function register(app: Stage): JudgingPlugin {
  const plugin = new JudgingPlugin({});
  PLUGINS.set(app, plugin);
  Validations.of(app).addPlugins(plugin);
  onEveryStage(app, (stage) => stage.node.addValidation({
    validate: () => {
      plugin.closeStage(stage);
      return [];
    },
  }));
  return plugin;
}

/** Reaches every Stage, those that come later too. */
function remediate(app: Stage, plugin: JudgingPlugin): void {
  if (plugin.remediation !== undefined) return plugin.remediation.attach();
  // who only judges needs neither the engine nor the rules before the end of the synth
  const { Remediation } = require('./remediation/remediation') as typeof import('./remediation/remediation'); // eslint-disable-line @typescript-eslint/no-require-imports
  plugin.remediation = new Remediation(app, () => plugin.props);
}
