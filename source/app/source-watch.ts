import {UserError} from '../errors/user-error.ts';
import type {SourceFile} from '../records/source/source-file.ts';

export type SourceWatchOptions = {
	/** Called after each check: the opened content can still be read (`whole`), or part of it is gone (`lost`). */
	onCheck(source: 'whole' | 'lost'): void;
	/** Called with an error that is a bug. */
	onCrash(error: unknown): void;
};

/** Checks in the background that an open file still has its content; one check at a time. */
export class SourceWatch {
	readonly #file: SourceFile;
	readonly #options: SourceWatchOptions;
	readonly #signal: AbortSignal;
	#running: Promise<void> | undefined;

	constructor(file: SourceFile, options: SourceWatchOptions, signal: AbortSignal) {
		this.#file = file;
		this.#options = options;
		this.#signal = signal;
	}

	readonly check = (): void => {
		this.#running ??= this.#check().finally(() => {
			this.#running = undefined;
		});
	};

	/** Resolves when no check is running. */
	async ended(): Promise<void> {
		await this.#running;
	}

	async #check(): Promise<void> {
		try {
			this.#options.onCheck((await this.#file.isLost(this.#signal)) ? 'lost' : 'whole');
		} catch (error) {
			// The rows of a file that cannot be read are drawn as unreadable.
			if (!(error instanceof UserError) && !this.#signal.aborted) this.#options.onCrash(error);
		}
	}
}
