import { TRAIL } from './event-selectors';
import type { AppModel } from '../../engine/app-model';
import type { Resource } from '../../engine/resource';
import type { Outcome } from '../../engine/rule';
import { unknown } from '../../engine/unknown';

const BUCKET = 'AWS::S3::Bucket';

/** Buckets are judged where they are; a trail is a subject of its own to say so where its bucket is not in the app. */
export const TRAILS_AND_BUCKETS: readonly string[] = [BUCKET, TRAIL];

/** Judges the buckets that trails write to. */
export function bucketsOfTrails(judge: (bucket: Resource) => Outcome) {
  return (resource: Resource, app: AppModel): Outcome => (resource.type === TRAIL ? judgeTrail(resource, app) : judgeBucket(resource, app, judge));
}

function judgeTrail(trail: Resource, app: AppModel): Outcome {
  const name = trail.get('S3BucketName');
  return app.meantBy(name, BUCKET) !== undefined ? 'NOT_APPLICABLE' : unknown(name.whyUnknown ?? 'the bucket is not in the app', name.location);
}

function judgeBucket(bucket: Resource, app: AppModel, judge: (bucket: Resource) => Outcome): Outcome {
  const { resources, maybeMore } = app.naming(bucket, TRAIL, 'S3BucketName');
  if (resources.length > 0) return judge(bucket);
  return maybeMore === undefined || judge(bucket) === 'COMPLIANT' ? 'NOT_APPLICABLE' : unknown(maybeMore);
}
