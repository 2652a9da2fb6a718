/** The device and the number of a file: two names of one file have the same ones. */
export interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
}

export interface StandardInput {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** What a shell has redirected, when that is a file. */
  readonly identity?: FileIdentity;
}

export interface StandardOutput {
  readonly isTerminal: boolean;
  /** Rejects with the error of the operating system when nobody takes the data. */
  write(data: string | Uint8Array): Promise<void>;
}

/** What the command line has of the process around it. */
export interface CommandIo {
  /** Opens the standard input; called once at most. */
  stdin(): StandardInput;
  readonly stdout: StandardOutput;
  readonly stderr: StandardOutput;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs `work` to its end; a signal that comes meanwhile is answered behind it. */
  withoutInterruption(work: () => void): Promise<void>;
}
