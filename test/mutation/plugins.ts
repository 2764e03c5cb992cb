import { InProcessRunner } from './in-process-runner';
import { wordsOfRules } from './words-of-rules';

// the kinds are an enum of a module that cannot be required; Stryker compares these texts
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner },
  { kind: 'Ignore', name: 'words-of-rules', value: wordsOfRules },
];
