/** An error that people can meet: what happened, and what to do next. */
export type WentWrong = {readonly message: string; readonly next: string};

/** The words of an error that people can meet; `undefined` for a fault of the program itself. */
export function whatWentWrong(error: unknown): WentWrong | undefined {
	if (!(error instanceof Error) || !('next' in error) || typeof error.next !== 'string') return undefined;
	return {message: error.message, next: error.next};
}

/** The same in one line, whatever it is. */
export function oneLineOf(error: unknown): string {
	const known = whatWentWrong(error);
	if (known !== undefined) return `${known.message} ${known.next}`;
	return error instanceof Error ? error.message : String(error);
}
