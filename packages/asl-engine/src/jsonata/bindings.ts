/** What an expression sees by name. */
export type Bindings = Readonly<Record<string, unknown>>;
