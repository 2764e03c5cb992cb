import * as fs from 'fs';
import * as path from 'path';
import { ConstructMetadata } from './construct-metadata';
import { parameterisedFiles, publishedFiles } from './nested-templates';
import type { AssetFolder } from './nested-templates';
import { readTemplateFile } from './template-file';
import { UnusableInput } from './unusable-input';
import type { Json } from '../../guardrails/engine/json';
import { isObject } from '../../guardrails/engine/json';
import type { NotJudged, StackFacts } from '../../guardrails/engine/template-input';

/** A stack of a cloud assembly, before its template is read. */
export interface AssembledStack {
  readonly templateFile: string;
  readonly facts: StackFacts;
  readonly assets: AssetFolder;
  readonly notJudged: readonly NotJudged[];
  readonly constructs: ConstructMetadata;
}

const MANIFEST = 'manifest.json';
const STACK = 'aws:cloudformation:stack';

/** The stacks of a folder that `cdk synth` wrote, those of its Stages included. */
export function stacksOfAssembly(folder: string): AssembledStack[] {
  if (!fs.existsSync(path.join(folder, MANIFEST))) {
    throw new UnusableInput(folder, `holds no ${MANIFEST}: a folder has to be one that "cdk synth" wrote (cdk.out); name templates one by one`);
  }
  const stacks = stacksOf(folder, new Set());
  if (stacks.length === 0) throw new UnusableInput(folder, 'the cloud assembly has no stacks');
  return stacks;
}

function stacksOf(folder: string, seen: Set<string>): AssembledStack[] {
  const file = path.join(folder, MANIFEST);
  const real = path.resolve(folder);
  if (seen.has(real)) throw new UnusableInput(file, 'the assembly contains itself');
  seen.add(real);
  const manifest = readTemplateFile(file).body;
  if (!isObject(manifest) || typeof manifest.version !== 'string' || (manifest.artifacts !== undefined && !isObject(manifest.artifacts))) {
    throw new UnusableInput(file, 'not the manifest of a cloud assembly: "version" and "artifacts" are expected');
  }
  const artifacts = Object.entries(manifest.artifacts ?? {}).filter((entry): entry is [string, Json] => isObject(entry[1]));
  const assets = assetFolder(folder, artifacts);
  const notJudged = missingContext(manifest.missing);
  return artifacts.flatMap(([id, artifact]) => {
    const properties = isObject(artifact.properties) ? artifact.properties : {};
    if (artifact.type === 'cdk:cloud-assembly') return stacksOf(path.join(folder, text(properties.directoryName, 'directoryName', id, file)), seen);
    if (artifact.type !== STACK) return [];
    const templateFile = path.join(folder, text(properties.templateFile, 'templateFile', id, file));
    return [{ templateFile, facts: factsOf(id, artifact, properties), assets, notJudged, constructs: constructsOf(folder, artifact) }];
  });
}

/** The metadata of a stack: in the manifest, or in a file of their own. */
function constructsOf(folder: string, { metadata, additionalMetadataFile }: Json): ConstructMetadata {
  const inFile = typeof additionalMetadataFile === 'string' ? readTemplateFile(path.join(folder, additionalMetadataFile)).body : undefined;
  return new ConstructMetadata({ ...isObject(metadata) && metadata, ...isObject(inFile) && inFile });
}

function assetFolder(folder: string, artifacts: [string, Json][]): AssetFolder {
  const read = (file: unknown): unknown => (typeof file === 'string' ? readTemplateFile(path.join(folder, file)).body : undefined);
  const manifests = new Map(artifacts.filter(([, { type }]) => type === 'cdk:asset-manifest'));
  const published = [...manifests.values()].flatMap(({ properties }) => publishedFiles(read(isObject(properties) ? properties.file : undefined)));
  const legacy = artifacts.filter(([, { type, dependencies }]) =>
    type === STACK && !(Array.isArray(dependencies) && dependencies.some((id) => manifests.has(String(id)))));
  const parameterised = legacy
    .flatMap(([, { metadata, additionalMetadataFile }]) => [...parameterisedFiles(metadata), ...parameterisedFiles(read(additionalMetadataFile))]);
  return { folder, pathsByKey: new Map([...published, ...parameterised]) };
}

function factsOf(id: string, artifact: Json, properties: Json): StackFacts {
  const [, account, region] = /^aws:\/\/([^/]*)\/(.*)$/.exec(String(artifact.environment)) ?? [];
  return {
    stackName: typeof properties.stackName === 'string' ? properties.stackName : id,
    terminationProtection: properties.terminationProtection === true, // CDK deploys without if the manifest is silent
    ...typeof artifact.displayName === 'string' && { constructPath: artifact.displayName },
    ...account !== undefined && /^\d{12}$/.test(account) && { account },
    ...region !== undefined && /^[a-z]+-[a-z-]+-\d+$/.test(region) && { region },
  };
}

/** CDK writes templates with placeholders while it waits for lookups. */
function missingContext(missing: unknown): NotJudged[] {
  if (!Array.isArray(missing)) return [];
  const keys = missing.map((entry) => (isObject(entry) ? String(entry.key) : '')).filter((key) => key !== '');
  return keys.map((key) => ({ location: 'Resources', reason: `written with a placeholder for the context value "${key}", which was not looked up yet` }));
}

function text(value: unknown, property: string, artifact: string, file: string): string {
  if (typeof value !== 'string' || value === '') throw new UnusableInput(file, `the artifact "${artifact}" has no "${property}"`);
  return value;
}
