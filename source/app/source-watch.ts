import {UserError} from '../errors/user-error.ts';
import type {SourceFile} from '../records/source/source-file.ts';

export type SourceWatchOptions = {
	/** Receives whether what was opened can still be read in full. */
	onCheck(source: 'whole' | 'lost'): void;
	/** Receives an error that is a bug. */
	onCrash(error: unknown): void;
};

/** Looks in the background whether an open file still holds what was opened; one look at a time. */
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
		this.#running ??= this.#look().finally(() => {
			this.#running = undefined;
		});
	};

	/** Resolves when no look is under way. */
	async ended(): Promise<void> {
		await this.#running;
	}

	async #look(): Promise<void> {
		try {
			this.#options.onCheck((await this.#file.isLost(this.#signal)) ? 'lost' : 'whole');
		} catch (error) {
			// A file that cannot be read now is shown as such where its rows are.
			if (!(error instanceof UserError) && !this.#signal.aborted) this.#options.onCrash(error);
		}
	}
}
