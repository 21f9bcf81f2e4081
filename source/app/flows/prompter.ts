import {type CompletePath, Form, type WaitResult} from '../screens/form/form.ts';
import type {FormPage} from '../screens/form/page.ts';
import type {FormAnswer} from '../screens/form/state.ts';
import type {Stage} from '../stage.ts';

/** A page without the parts that are the same on all pages of a flow. */
export type PageContent = Omit<FormPage, 'title' | 'answered' | 'back'> & {readonly back?: string};

/** A page with a few items. */
type PickContent<Id extends string> = Pick<PageContent, 'prompt' | 'lines' | 'back'> & {
	readonly items: ReadonlyArray<{readonly id: Id; readonly label: string; readonly detail?: string}>;
};

/** An answer other than quitting, which ends the app. */
export type PageAnswer = Exclude<FormAnswer, {kind: 'quit'}>;

/** Asks the user one question at a time, on one screen. */
export class Prompter {
	/** The answers so far; they are shown above each page. */
	answered: FormPage['answered'] = [];
	readonly #stage: Stage;
	readonly #title: string;
	readonly #form: Form;
	readonly #ctrlC: 'quit' | 'back';

	/** `ctrlC: 'back'` is for questions where quitting would lose something. */
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

	/** @throws AppClosed */
	async ask(content: PageContent): Promise<PageAnswer> {
		const pending = this.#form.ask(this.#page(content));
		this.#stage.show({name: 'form', store: this.#form.store});
		const answer = await this.#stage.until(pending);
		if (answer.kind !== 'quit') return answer;
		if (this.#ctrlC === 'back') return {kind: 'back'};
		return this.#stage.end();
	}

	/** Asks for one of a few items. Returns its id; `undefined` if the user goes back. @throws AppClosed */
	async pick<Id extends string>({items, ...content}: PickContent<Id>): Promise<Id | undefined> {
		const answer = await this.ask({...content, question: {kind: 'choice', search: false, items}});
		return answer.kind === 'picked' ? items.find(({id}) => id === answer.id)?.id : undefined;
	}

	/** True if the terminal may have a clipboard. */
	get canCopy(): boolean {
		return this.#stage.canCopy;
	}

	/** Sends a text to the clipboard of the terminal, which does not report whether it took it. */
	copy(text: string): void {
		this.#stage.copy(text);
	}

	/** Shows that work is in progress until it ends or Esc stops it. @throws AppClosed, and the errors of `work` */
	async wait<Value>(
		prompt: string,
		work: (signal: AbortSignal) => Promise<Value>,
		lines: readonly string[] = [],
	): Promise<WaitResult<Value>> {
		const page = this.#page({prompt, lines, question: {kind: 'wait'}, back: 'stop'});
		const result = this.#form.wait(page, signal => work(AbortSignal.any([signal, this.#stage.signal])));
		this.#stage.show({name: 'form', store: this.#form.store});
		return this.#stage.until(result);
	}

	#page(content: PageContent): FormPage {
		return {back: 'back', ...content, title: this.#title, answered: this.answered};
	}
}
