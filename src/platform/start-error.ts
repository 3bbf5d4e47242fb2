/** The program cannot start, and its operator can mend that: one clear line, no stack trace. */
export class StartError extends Error {}

/** A wrong setting. */
export class ConfigError extends StartError {}
