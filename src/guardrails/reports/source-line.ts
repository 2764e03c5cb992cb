import * as path from 'path';
import { fileURLToPath } from 'url';
import { changed } from './changed-finding';
import type { Finding, Report } from './report';

/** Where a construct is made, as far as CDK tells. */
export interface SourceLine {
  /** Relative to the folder that the command runs in, if it is below it. */
  readonly file: string;
  readonly line: number;
}

/** The innermost line of the user's code in a creation stack of CDK; what is in packages has no lines there. */
export function sourceIn(creationStack: unknown): SourceLine | undefined {
  for (const frame of Array.isArray(creationStack) ? creationStack : []) {
    const [, file, line] = /^.* \((.+?):(\d+)(?::\d+)?\)$/.exec(String(frame)) ?? [];
    if (file !== undefined && Number(line) > 0) return { file: shown(file), line: Number(line) };
  }
  return undefined;
}

function shown(file: string): string {
  const absolute = file.startsWith('file://') ? fileURLToPath(file) : file;
  const relative = path.relative(process.cwd(), absolute);
  return relative.startsWith('..') || path.isAbsolute(relative) ? absolute : relative;
}

/** The report with the source of what its findings are about. */
export function withSources(report: Report, sourceOf: (finding: Finding) => SourceLine | undefined): Report {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const source = sourceOf(finding);
      return source === undefined ? finding : changed(finding, { source });
    }),
  };
}
