import { evaluate, Request } from './requests';
import { World } from './world';

/** Asserts that the policies allow every one of the requests: an operation of a service is often more than one. */
export async function allowed(world: World, ...requests: Request[]): Promise<void> {
  const results = await Promise.all(requests.map((request) => evaluate(world, request)));
  expect(results.filter((result) => !result.allowed).map(({ detail }) => detail)).toEqual([]);
}

/** Asserts that the policies deny the operation: at least one of its requests. */
export async function denied(world: World, ...requests: Request[]): Promise<void> {
  const results = await Promise.all(requests.map((request) => evaluate(world, request)));
  expect({ denied: results.some((result) => !result.allowed), results: results.map(({ detail }) => detail) })
    .toMatchObject({ denied: true });
}
