import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';

/** An error of the library and the file that it is about. */
export class FileProblem extends Error {
  readonly file: string;
  readonly problem: ProfilewrightError;

  constructor(file: string, problem: ProfilewrightError) {
    super(problem.message);
    this.name = 'FileProblem';
    this.file = file;
    this.problem = problem;
  }
}

/** Runs `read` and names the file in whatever error of the library comes out. */
export async function aboutFile<Value>(
  { name }: { readonly name: string },
  read: () => Value | Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw isProfilewrightError(error) ? new FileProblem(name, error) : error;
  }
}
