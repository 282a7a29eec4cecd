/** Unpacks what was packed by gzip: the bytes, or why not. It gives no more than `most` bytes, whatever they would unpack to. */
export type Unpack = (packed: Uint8Array, most: number) => Uint8Array | 'too-long' | 'broken';
