import type {Scope} from '../../test/support/folder.ts';

type Task = Parameters<Scope['after']>[0];

/** As long as a picture is taken: what was made for it goes at the end, the last first. */
export class Stay implements Scope, AsyncDisposable {
	readonly #tasks: Array<() => unknown> = [];

	after(task: Task): void {
		this.#tasks.push(task as () => unknown);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const task of this.#tasks.reverse()) await task();
	}
}
