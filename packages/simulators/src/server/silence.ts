/** How a simulator with `tellsSilence` says that no more of an answer will ever come (RFC 2518, section 10.1). */
export const silence = { status: 102, header: 'x-never-ends' } as const;
