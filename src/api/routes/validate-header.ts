import type { IConstruct } from 'constructs';
import { isLiteral } from '../../private/literal';
import { fail } from '../../private/misuse';

/** Stops the synth at what is no name of a header. */
export function validateTokenHeader(scope: IConstruct, prop: string, header: string): void {
  if (isLiteral(header) && !/^[A-Za-z0-9!#$%&*+^_`|~-]+$/.test(header)) {
    fail(scope, {
      prop: `${prop}.header`,
      value: header,
      problem: 'it is no name of a header',
      instead: 'Write the bare name, such as "Authorization"; method.request.header is put in front of it.',
    });
  }
}
