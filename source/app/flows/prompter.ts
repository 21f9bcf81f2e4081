import {type CompletePath, Form, type WaitResult} from '../screens/form/form.ts';
import type {FormAnswer, FormPage} from '../screens/form/state.ts';
import type {Stage} from '../stage.ts';

/** A page without what is the same on all pages of a flow. */
export type PageContent = Omit<FormPage, 'title' | 'answered' | 'back'> & {readonly back?: string};

/** What a person says to a page; who quits is gone. */
export type PageAnswer = Exclude<FormAnswer, {kind: 'quit'}>;

/** Asks a person on one screen, page by page. */
export class Prompter {
	/** What was answered so far; it is shown above each page. */
	answered: FormPage['answered'] = [];
	readonly #stage: Stage;
	readonly #title: string;
	readonly #form: Form;
	readonly #ctrlC: 'quit' | 'back';

	/** Ctrl+C goes back instead of quitting where something would be lost. */
	constructor(
		stage: Stage,
		title: string,
		complete: CompletePath = () => Promise.resolve([]),
		{ctrlC = 'quit'}: {readonly ctrlC?: 'quit' | 'back'} = {},
	) {
		this.#stage = stage;
		this.#title = title;
		this.#ctrlC = ctrlC;
		this.#form = new Form({title, answered: [], prompt: '', question: {kind: 'wait'}, back: 'back'}, complete);
	}

	/** @throws Left */
	async ask(asked: PageContent): Promise<PageAnswer> {
		const pending = this.#form.ask(this.#page(asked));
		this.#stage.show({name: 'form', store: this.#form.store});
		const answer = await this.#stage.until(pending);
		if (answer.kind !== 'quit') return answer;
		if (this.#ctrlC === 'back') return {kind: 'back'};
		this.#stage.quit();
		return this.#stage.until(new Promise<never>(() => undefined));
	}

	/** Shows what is being done until it is done, or Esc stops it. @throws Left, and what `work` throws */
	async wait<Value>(
		prompt: string,
		work: (signal: AbortSignal) => Promise<Value>,
		lines: readonly string[] = [],
	): Promise<WaitResult<Value>> {
		const page = this.#page({prompt, lines, question: {kind: 'wait'}, back: 'stop'});
		const done = this.#form.wait(page, signal => work(AbortSignal.any([signal, this.#stage.signal])));
		this.#stage.show({name: 'form', store: this.#form.store});
		return this.#stage.until(done);
	}

	#page(asked: PageContent): FormPage {
		return {back: 'back', ...asked, title: this.#title, answered: this.answered};
	}
}
