import {Store} from '../../store.ts';
import type {FormPage} from './page.ts';
import {type FormAction, type FormAnswer, type FormEffect, type FormState, formReducer, initialForm} from './state.ts';

export type FormStore = Store<FormState, FormAction, FormEffect>;

/** Returns the completions of a path. */
export type CompletePath = (text: string) => Promise<readonly string[]>;

/** The result of work that the user can stop. */
export type WaitResult<Value> = {readonly kind: 'done'; readonly value: Value} | {readonly kind: 'back'};

/** Asks one page at a time on the same screen; each answer is a promise. */
export class Form {
	readonly store: FormStore;
	#answered: (answer: FormAnswer) => void = () => undefined;

	constructor(first: FormPage, complete: CompletePath) {
		this.store = new Store(initialForm(first), formReducer, (effect, dispatch) => {
			if (effect.type === 'answer') return this.#answered(effect.answer);
			const {text} = effect;
			const dispatchCompletions = (candidates: readonly string[]) => dispatch({type: 'completions', text, candidates});
			// A folder that cannot be read has no completions.
			complete(text).then(dispatchCompletions, () => dispatchCompletions([]));
		});
	}

	/** Shows a page and waits for the answer. */
	ask(page: FormPage): Promise<FormAnswer> {
		this.store.dispatch({type: 'ask', page});
		return new Promise(resolve => {
			this.#answered = resolve;
		});
	}

	/** Shows a page while work is in progress. Esc aborts it. @throws the errors of `work` */
	async wait<Value>(page: FormPage, work: (signal: AbortSignal) => Promise<Value>): Promise<WaitResult<Value>> {
		const abort = new AbortController();
		const stopped = this.ask(page).then((): WaitResult<Value> => {
			abort.abort();
			return {kind: 'back'};
		});
		const done = work(abort.signal).then((value): WaitResult<Value> => ({kind: 'done', value}));
		// The result of aborted work is dropped.
		done.catch(() => undefined);
		return Promise.race([done, stopped]);
	}
}
