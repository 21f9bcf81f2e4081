import {errorLine} from '../../errors/user-error.ts';

/**
Writes to a journal in order. A write that fails, for example because the disk is full, is tried again before the next
one, so that the journal is whole again as soon as it can be written.
*/
export class JournalQueue {
	readonly #waiting: Array<() => void> = [];
	#problem: string | undefined;
	#tell: (problem: string | undefined) => void = () => undefined;

	/** Tells why the journal cannot be written; `undefined` when it can be again. */
	onFailure(listener: (problem: string | undefined) => void): void {
		this.#tell = listener;
		if (this.#problem !== undefined) listener(this.#problem);
	}

	/** Writes, or keeps the write until it can be done. */
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

	/** Forgets the writes that failed. */
	clear(): void {
		this.#waiting.length = 0;
	}

	#report(problem: string | undefined): void {
		if (problem === this.#problem) return;
		this.#problem = problem;
		this.#tell(problem);
	}
}
