import * as fs from 'fs';
import * as path from 'path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { SecureFunctionProps } from './secure-function-props';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** The part of esbuild's API that is used here; the package itself comes from the user's project. */
interface Esbuild {
  buildSync(options: Record<string, unknown>): { readonly metafile: { readonly inputs: Record<string, unknown> } };
}

/** Looks at source files before they are deployed. */
type Inspect = (files: string[]) => void;

/** The code that the props describe: given, or bundled from an entry file. */
export function functionCode(scope: Construct, props: SecureFunctionProps, runtime: lambda.Runtime, inspect: Inspect): lambda.Code {
  if (props.code && props.entry !== undefined) {
    fail(scope, {
      prop: 'entry',
      value: props.entry,
      problem: 'both code and entry are given, and a function has one code',
      instead: 'Give entry to bundle a file, or code for what is built already.',
    });
  }
  if (props.code) {
    if (props.code instanceof lambda.AssetCode) inspect(filesIn(props.code.path));
    return props.code;
  }
  if (props.entry === undefined) {
    return fail(scope, {
      prop: 'code',
      problem: 'neither code nor entry is given',
      instead: "Write entry: path.join(__dirname, 'handler.ts'), or code: lambda.Code.fromAsset('dist').",
    });
  }
  requireLiteral(scope, 'entry', props.entry);
  for (const module of props.externalModules ?? []) requireLiteral(scope, 'externalModules', module);
  return bundle(scope, path.resolve(props.entry), props.externalModules ?? ['@aws-sdk/*'], runtime, inspect);
}

/**
 * Bundles by the esbuild of the user's project: no network, no Docker, no lock file, no environment variables.
 *
 * CDK's NodejsFunction adds an environment variable and external modules that depend on feature flags.
 */
function bundle(scope: Construct, entry: string, externalModules: string[], runtime: lambda.Runtime, inspect: Inspect): lambda.Code {
  validateEntry(scope, entry, runtime);
  return lambda.Code.fromAsset(path.dirname(entry), {
    assetHashType: AssetHashType.OUTPUT, // what is deployed decides, not what lies beside the entry
    bundling: {
      image: DockerImage.fromRegistry('none'), // never pulled: the local bundler either succeeds or fails
      command: [entry, runtime.name, ...externalModules], // never run: CDK reuses outputs whose options look alike
      local: {
        tryBundle(outputDir: string): boolean {
          inspect(build(scope, entry, {
            outfile: path.join(outputDir, 'index.js'),
            target: targetOf(runtime),
            external: externalModules,
          }));
          return true;
        },
      },
    },
  });
}

/** Bundles, and returns the project's own source files that went in. */
function build(scope: Construct, entry: string, options: Record<string, unknown>): string[] {
  const esbuild = esbuildOf(scope, entry);
  const absWorkingDir = path.dirname(entry); // keeps paths of this machine out of the output and its hash
  try {
    const { metafile } = esbuild.buildSync({
      entryPoints: [entry],
      absWorkingDir,
      bundle: true,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent', // what went wrong is in the error
      ...options,
    });
    return Object.keys(metafile.inputs).filter(isOwn).map((file) => path.join(absWorkingDir, file));
  } catch (error) {
    return fail(scope, {
      prop: 'entry',
      value: entry,
      problem: `esbuild cannot bundle it: ${(error as Error).message}`,
      instead: 'Correct the file; a module that the runtime or a layer brings belongs in externalModules.',
    });
  }
}

function validateEntry(scope: Construct, entry: string, runtime: lambda.Runtime): void {
  if (!/\.[cm]?[jt]sx?$/.test(entry) || !fs.existsSync(entry)) {
    fail(scope, {
      prop: 'entry',
      value: entry,
      problem: fs.existsSync(entry) ? 'esbuild bundles TypeScript and JavaScript files' : 'there is no such file',
      instead: "Write the path of a .ts or .js file, for example path.join(__dirname, 'handler.ts').",
    });
  }
  if (runtime.family !== lambda.RuntimeFamily.NODEJS) {
    fail(scope, {
      prop: 'runtime',
      value: runtime.name,
      problem: 'entry is bundled to JavaScript, which this runtime does not run',
      instead: 'Give code: lambda.Code.fromAsset(...) with what you built for that runtime.',
    });
  }
}

/** Looks where the handler would, then where the app runs. */
function esbuildOf(scope: Construct, entry: string): Esbuild {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- which one is known at synth only
    return require(require.resolve('esbuild', { paths: [path.dirname(entry), process.cwd()] })) as Esbuild;
  } catch (error) {
    return fail(scope, {
      prop: 'entry',
      value: entry,
      problem: `esbuild, which bundles it, cannot be loaded (${(error as Error).message.split('\n')[0]})`,
      instead: 'Run npm install --save-dev esbuild in your project, or give code with what you bundled yourself.',
    });
  }
}

function targetOf(runtime: lambda.Runtime): string {
  const version = /^nodejs(\d+)/.exec(runtime.name)?.[1];
  return version ? `node${version}` : 'es2022';
}

/** The project's own text files of a code asset; archives and other people's modules are left alone. */
function filesIn(asset: string): string[] {
  if (!fs.existsSync(asset) || !fs.statSync(asset).isDirectory()) return [];
  return fs.readdirSync(asset, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(asset, entry.name);
    if (entry.isDirectory()) return isOwn(entry.name) ? filesIn(file) : []; // by its name: the project itself may lie in such a folder
    return entry.isFile() && /(?:\.(?:[cm]?[jt]sx?|py|rb|java|cs|go|sh|json|ya?ml|toml|ini|properties|conf|txt)|\.env[\w.]*)$/.test(entry.name) ? [file] : [];
  });
}

function isOwn(file: string): boolean {
  return !/(?:^|[\\/])(?:node_modules|site-packages|vendor|\.git)(?:[\\/]|$)/.test(file) && !/^\(|^<|:/.test(file.replace(/^[A-Za-z]:/, ''));
}
