import type { Template } from '../engine/template';

/**
 * The stack of a template as its Stage knows it, the same in every Stage: its path below the Stage, or the name of the file where no CDK is known,
 * and the nested stacks down to the template. CDK gives the same logical ids to the same constructs in every stack: only this tells them apart.
 */
export function stackInStage({ file, parent, facts: { constructPath } }: Template): string {
  if (parent !== undefined) return `${stackInStage(parent.template)} ${parent.logicalId}`;
  if (constructPath === undefined) return file.split(/[\\/]/).pop()!;
  const steps = constructPath.split('/');
  const stage = /(?:^|[\\/])assembly-([^\\/]+)[\\/][^\\/]*$/.exec(file)?.[1];
  // the folder of a Stage is named after its path, with hyphens
  const length = stage === undefined ? 0 : steps.findIndex((_, index) => steps.slice(0, index + 1).join('-') === stage) + 1;
  return steps.slice(length).join('/');
}
