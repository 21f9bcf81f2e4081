import {type Complete, type Done, Form} from '../screens/form/form.ts';
import type {Answer, Page} from '../screens/form/state.ts';
import type {Stage} from '../stage.ts';

/** A page without what is the same on all pages of a flow. */
export type Asked = Omit<Page, 'title' | 'answered' | 'back'> & {readonly back?: string};

/** What a person says to a page; who quits is gone. */
export type Said = Exclude<Answer, {kind: 'quit'}>;

/** Asks a person on one screen, page by page. */
export class Asker {
	/** What was answered so far; it is shown above each page. */
	answered: Page['answered'] = [];
	readonly #stage: Stage;
	readonly #title: string;
	readonly #form: Form;
	readonly #ctrlC: 'quit' | 'back';

	/** Ctrl+C goes back instead of quitting where something would be lost. */
	constructor(
		stage: Stage,
		title: string,
		complete: Complete = () => Promise.resolve([]),
		{ctrlC = 'quit'}: {readonly ctrlC?: 'quit' | 'back'} = {},
	) {
		this.#stage = stage;
		this.#title = title;
		this.#ctrlC = ctrlC;
		this.#form = new Form({title, answered: [], prompt: '', question: {kind: 'wait'}, back: 'back'}, complete);
	}

	/** @throws Left */
	async ask(asked: Asked): Promise<Said> {
		const answer = this.#form.ask(this.#page(asked));
		this.#stage.show({name: 'form', store: this.#form.store});
		const said = await this.#stage.until(answer);
		if (said.kind !== 'quit') return said;
		if (this.#ctrlC === 'back') return {kind: 'back'};
		this.#stage.leave();
		return this.#stage.until(new Promise<never>(() => undefined));
	}

	/** Shows what is being done until it is done, or Esc stops it. @throws Left, and what `work` throws */
	async wait<Value>(
		prompt: string,
		work: (signal: AbortSignal) => Promise<Value>,
		lines: readonly string[] = [],
	): Promise<Done<Value>> {
		const page = this.#page({prompt, lines, question: {kind: 'wait'}, back: 'stop'});
		const done = this.#form.wait(page, signal => work(AbortSignal.any([signal, this.#stage.signal])));
		this.#stage.show({name: 'form', store: this.#form.store});
		return this.#stage.until(done);
	}

	#page(asked: Asked): Page {
		return {back: 'back', ...asked, title: this.#title, answered: this.answered};
	}
}
