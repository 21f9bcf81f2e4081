import {errorLine} from '../../errors/user-error.ts';

/**
Writes to a journal in order. A failed write, for example on a full disk, is retried before the next one, so that the journal is
complete again as soon as it can be written.
*/
export class JournalQueue {
	readonly #waiting: Array<() => void> = [];
	#problem: string | undefined;
	#listener: (problem: string | undefined) => void = () => undefined;

	/** Sets the listener for the error of the journal; `undefined` when it can be written again. */
	onFailure(listener: (problem: string | undefined) => void): void {
		this.#listener = listener;
		if (this.#problem !== undefined) listener(this.#problem);
	}

	/** Writes now, or as soon as the journal can be written. */
	add(write: () => void): void {
		this.#waiting.push(write);
		try {
			for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
				next();
				this.#waiting.shift();
			}

			this.#report(undefined);
		} catch (error) {
			this.#report(errorLine(error));
		}
	}

	/** Drops the failed writes. */
	clear(): void {
		this.#waiting.length = 0;
	}

	#report(problem: string | undefined): void {
		if (problem === this.#problem) return;
		this.#problem = problem;
		this.#listener(problem);
	}
}
