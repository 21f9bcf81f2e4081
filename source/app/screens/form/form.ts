import {Store} from '../../store.ts';
import {
	type FormAction,
	type FormAnswer,
	type FormEffect,
	type FormPage,
	type FormState,
	formReducer,
	initialForm,
} from './state.ts';

export type FormStore = Store<FormState, FormAction, FormEffect>;

/** Finds what the text of a path can become. */
export type CompletePath = (text: string) => Promise<readonly string[]>;

/** What a work that could be stopped has come to. */
export type WaitResult<Value> = {readonly kind: 'done'; readonly value: Value} | {readonly kind: 'back'};

/** Asks one page after the other on the same screen; each answer comes as a promise. */
export class Form {
	readonly store: FormStore;
	#answered: (answer: FormAnswer) => void = () => undefined;

	constructor(first: FormPage, complete: CompletePath) {
		this.store = new Store(initialForm(first), formReducer, (effect, dispatch) => {
			if (effect.type === 'answer') return this.#answered(effect.answer);
			const {text} = effect;
			// A folder that cannot be read has nothing to offer.
			complete(text).then(
				candidates => dispatch({type: 'completions', text, candidates}),
				() => undefined,
			);
		});
	}

	/** Shows a page and waits for what the person says. */
	ask(page: FormPage): Promise<FormAnswer> {
		this.store.dispatch({type: 'ask', page});
		return new Promise(resolve => {
			this.#answered = resolve;
		});
	}

	/** Shows what is being done while it is done. Esc aborts it. @throws what `work` throws */
	async wait<Value>(page: FormPage, work: (signal: AbortSignal) => Promise<Value>): Promise<WaitResult<Value>> {
		const abort = new AbortController();
		const stopped = this.ask(page).then((): WaitResult<Value> => {
			abort.abort();
			return {kind: 'back'};
		});
		const done = work(abort.signal).then((value): WaitResult<Value> => ({kind: 'done', value}));
		// What comes of work that was stopped is nobody's any more.
		done.catch(() => undefined);
		return Promise.race([done, stopped]);
	}
}
