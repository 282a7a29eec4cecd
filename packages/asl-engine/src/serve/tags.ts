import { ApiError } from './api-error.ts';
import type { Operation } from './operation.ts';
import type { RequestFields } from './request-fields.ts';
import type { World } from './world.ts';

/** The most tags a resource may have (API reference, "TagResource"). */
const mostTags = 50;

export function readTags(tags: readonly RequestFields[]): Map<string, string> {
  const read = new Map(
    tags.map((tag) => [tag.text('key', { most: 128 }), tag.maybeText('value', { most: 256 }) ?? ''] as const),
  );
  if (read.size > mostTags) throw new ApiError('TooManyTags', `A resource has at most ${mostTags} tags.`);
  return read;
}

function tagsOf(fields: RequestFields, world: World): { readonly arn: string; readonly tags: Map<string, string> } {
  const arn = fields.text('resourceArn', { most: 256 });
  if (!/^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:(?:stateMachine|activity):.+$/.test(arn))
    throw new ApiError('InvalidArn', `Invalid Arn: '${arn}'`);
  const tags = world.tags.get(arn);
  if (!tags) throw new ApiError('ResourceNotFound', `Resource not found: '${arn}'`);
  return { arn, tags };
}

const tagResource: Operation = (fields, world) => {
  const { arn, tags } = tagsOf(fields, world);
  const all = new Map([...tags, ...readTags(fields.objects('tags') ?? [])]);
  if (all.size > mostTags)
    throw new ApiError('TooManyTags', `A resource has at most ${mostTags} tags.`, { resourceName: arn });
  world.tags.set(arn, all);
  return {};
};

const untagResource: Operation = (fields, world) => {
  const { tags } = tagsOf(fields, world);
  for (const key of fields.list('tagKeys') ?? []) tags.delete(String(key));
  return {};
};

const listTagsForResource: Operation = (fields, world) => {
  const { tags } = tagsOf(fields, world);
  return { tags: [...tags].map(([key, value]) => ({ key, value })) };
};

/** Operations on tags. */
export const tagOperations = {
  TagResource: tagResource,
  UntagResource: untagResource,
  ListTagsForResource: listTagsForResource,
} as const;
