/** The text of the first element of this name in XML of a fixed form, as SNS and S3 answer with; undefined when there is none. */
export function xmlMember(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
