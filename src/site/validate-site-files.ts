import * as fs from 'fs';
import * as path from 'path';
import type { Construct } from 'constructs';
import { isAt } from './path-pattern';
import { refuseSecrets } from './secrets-in-files';
import type { SiteDeployOptions } from './site-deploy-options';
import { requireLiteral } from '../private/literal';
import { fail } from '../private/misuse';

/** What desktops leave in every folder; it is not uploaded. */
export const IGNORED = ['.DS_Store', 'Thumbs.db'];

/** Larger files do not fit the memory of the function that uploads them, eight at a time. */
const LARGEST_MB = 50;

/** What a function uploads in the time that it has. */
const MOST_FILES = 20_000;

/** All of them together: the function reads archives of up to 4 GB, and has a quarter of an hour. */
const LARGEST_SITE_GB = 2;

/** What a site shows, and what it must have for it. */
interface SiteFolder extends SiteDeployOptions {
  readonly errorPage: string;
  /** Whether the site has files already. */
  readonly taken: boolean;
  /** Paths of the APIs behind the site. */
  readonly apis: string[];
}

/** Stops on what is no site, and on files that nobody means to publish or would ever see; returns the names of all. */
export function validateSiteFiles(scope: Construct, folder: string, site: SiteFolder): string[] {
  const { errorPage, taken, apis, data = {}, immutable = [], notSecrets = [] } = site;
  requireLiteral(scope, 'deploy(folder)', folder);
  requireLiteral(scope, 'deploy immutable', immutable);
  const refuse = (problem: string, instead: string): never => fail(scope, { prop: 'deploy(folder)', value: folder, problem, instead });
  if (taken) {
    refuse('the site has files already, and each upload would delete those of the other', 'Put all files into one folder, and call deploy once.');
  }
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    refuse('there is no such folder', "Write the folder that your build makes, for example path.join(__dirname, 'dist').");
  }
  const files = filesIn(folder);
  for (const file of files) validateFile(file, refuse);
  if (files.length > MOST_FILES) refuse(`it has ${files.length} files, and ${MOST_FILES} are uploaded at most`, 'Have your pipeline upload them: grantDeploy.');
  const gigabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 3;
  if (gigabytes > LARGEST_SITE_GB) refuse(`its files have ${gigabytes.toFixed(1)} GB, and ${LARGEST_SITE_GB} GB are uploaded at most`, 'Have your pipeline upload them: grantDeploy.');
  validateData(scope, data, files.map(({ name }) => name));
  const names = new Set([...files.map(({ name }) => name), ...Object.keys(data)]);
  if (!names.has('index.html')) refuse('it has no index.html, which answers the root of the site', 'Write the folder that index.html is in.');
  if (!names.has(errorPage)) {
    refuse(`it has no ${errorPage}, so that viewers would read what S3 says of errors`, `Add ${errorPage}, or set errorPage of the site to a page of yours.`);
  }
  for (const each of immutable) validateImmutable(scope, each, names);
  for (const name of names) validatePlace(scope, name, apis);
  refuseSecrets(scope, { folder, files: files.map(({ name }) => name), data, notSecrets });
  return [...names];
}

interface FoundFile {
  /** Name in the bucket. */
  readonly name: string;
  readonly isLink: boolean;
  readonly bytes: number;
}

function filesIn(folder: string, below = ''): FoundFile[] {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry): FoundFile[] => {
    const name = path.posix.join(below, entry.name);
    if (IGNORED.includes(entry.name)) return [];
    if (entry.isDirectory()) return filesIn(folder, name);
    return [{ name, isLink: entry.isSymbolicLink(), bytes: fs.lstatSync(path.join(folder, name)).size }];
  });
}

function validateFile({ name, isLink, bytes }: FoundFile, refuse: (problem: string, instead: string) => never): void {
  const hidden = name.split('/').find((part) => part.startsWith('.') && part !== '.well-known');
  if (hidden !== undefined) {
    refuse(`it holds ${name}, and everybody could read it`, `Keep ${hidden} out of what you publish; .well-known is the one hidden folder that is meant for it.`);
  }
  if (isLink) refuse(`${name} is a link, which has no content of its own to upload`, 'Have your build copy the file.');
  if (bytes > LARGEST_MB * 1024 * 1024) {
    refuse(`${name} has ${Math.ceil(bytes / 1024 / 1024)} MB, and files of up to ${LARGEST_MB} MB are uploaded`, 'Have your pipeline upload it: grantDeploy, and prune: false.');
  }
}

function validateData(scope: Construct, data: { [file: string]: any }, files: string[]): void {
  for (const name of Object.keys(data)) {
    requireLiteral(scope, 'deploy data', name);
    const problem = !/^[\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*\.json$/.test(name) ? 'it is no name of a JSON file'
      : files.includes(name) ? 'the folder has a file of this name'
        : undefined;
    if (problem) fail(scope, { prop: 'deploy data', value: name, problem, instead: 'Write for example "settings.json".' });
  }
}

function validatePlace(scope: Construct, name: string, apis: string[]): void {
  const api = apis.find((each) => isAt(each, `/${name}`));
  if (api === undefined) return;
  fail(scope, {
    prop: 'deploy',
    value: name,
    problem: `CloudFront asks the API at ${api} for it, and would never show the file`,
    instead: 'Move the file, or choose another path for the API.',
  });
}

function validateImmutable(scope: Construct, folder: string, names: Set<string>): void {
  requireLiteral(scope, 'deploy immutable', folder);
  if (![...names].some((name) => name.startsWith(`${folder}/`))) {
    fail(scope, {
      prop: 'deploy immutable',
      value: folder,
      problem: 'no file of the site is below it',
      instead: 'Write the name of a folder as it is in the site, without slashes around it: "assets".',
    });
  }
}
