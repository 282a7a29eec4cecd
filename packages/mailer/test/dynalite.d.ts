/** What is used of https://github.com/architect/dynalite, which brings no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    /** Milliseconds until a table that was made can be used; 500 unless given. */
    readonly createTableMs?: number;
  }

  /** DynamoDB's protocol over HTTP; items are kept in memory. */
  function dynalite(options?: Options): Server;
  export = dynalite;
}
