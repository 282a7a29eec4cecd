/** The partition that a region is in, by the beginning of its name (AWS Fault Isolation Boundaries, "Partitions"). */
export function partitionOf(region: string): string {
  const [, partition = 'aws'] = partitions.find(([start]) => region.startsWith(start)) ?? [];
  return partition;
}

const partitions: readonly (readonly [start: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eu-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];
