import { check } from './check';
import { explain } from './explain';
import { listRules } from './list-rules';
import { UnusableInput } from './reading/unusable-input';
import { USAGE } from './usage';
import { UsageFault } from './usage-fault';
import { packageVersion } from '../guardrails/reports/package-metadata';

const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => number>> = {
  check,
  explain,
  rules: listRules,
  help: () => print(USAGE),
  version: () => print(`${packageVersion()}\n`),
};

const HELP: readonly string[] = ['--help', '-h'];

const ALIASES: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version', '-v': 'version' };

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** Runs a command line and answers with its exit code: 0 fine, 1 findings, 2 unusable input. */
export function runCommandLine([name, ...argv]: readonly string[]): number {
  try {
    const command = COMMANDS[ALIASES[name] ?? name];
    if (command === undefined) throw new UsageFault(`${name === undefined ? 'name a command' : `no command ${name}`}: check, explain, rules or help`);
    return argv.some((argument) => HELP.includes(argument)) ? print(USAGE) : command(argv);
  } catch (error) {
    if (!(error instanceof UsageFault || error instanceof UnusableInput)) throw error;
    process.stderr.write(`cdk-hardened: ${error.message}\n`);
    return 2;
  }
}
