/** The program cannot start, and its operator can mend that: one clear line, no stack trace. */
export class StartError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** A wrong setting. */
export class ConfigError extends StartError {}
