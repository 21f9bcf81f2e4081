import {useSyncExternalStore} from 'react';

/** What a reducer answers: the next state, and what is to be done about it. */
export type ReducerResult<State, Effect> = readonly [state: State, ...effects: Effect[]];

/**
Holds the state of a screen outside React, so that keys which come in one read each see what the one before has done.
Effects run in order, right after the state is set; they may dispatch again.
*/
export class Store<State, Action, Effect> {
	#state: State;
	readonly #reduce: (state: State, action: Action) => ReducerResult<State, Effect>;
	readonly #perform: (effect: Effect, dispatch: (action: Action) => void) => void;
	readonly #listeners = new Set<() => void>();

	constructor(
		initial: State,
		reduce: (state: State, action: Action) => ReducerResult<State, Effect>,
		perform: (effect: Effect, dispatch: (action: Action) => void) => void,
	) {
		this.#state = initial;
		this.#reduce = reduce;
		this.#perform = perform;
	}

	readonly get = (): State => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	readonly dispatch = (action: Action): void => {
		const [state, ...effects] = this.#reduce(this.#state, action);
		const changed = state !== this.#state;
		this.#state = state;
		for (const effect of effects) this.#perform(effect, this.dispatch);
		if (changed) for (const listener of this.#listeners) listener();
	};
}

/** A store that holds a value and takes another in its place. */
export function valueStore<Value>(initial: Value): Store<Value, Value, never> {
	return new Store<Value, Value, never>(
		initial,
		(_old, next) => [next],
		() => undefined,
	);
}

/** The state of a store, and a new drawing whenever it changes. */
export function useStore<State>(store: {get(): State; subscribe(listener: () => void): () => void}): State {
	return useSyncExternalStore(store.subscribe, store.get);
}
