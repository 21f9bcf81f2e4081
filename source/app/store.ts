import {useSyncExternalStore} from 'react';

/** The result of a reducer: the next state, and the effects to perform. */
export type ReducerResult<State, Effect> = readonly [state: State, ...effects: Effect[]];

/**
Holds the state of a screen outside React, so that each of several keys in one read sees the state that the key before it made.
Effects run in order, right after the state is set; they may dispatch actions.
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

/** Returns a store that holds a value; an action replaces it. */
export function valueStore<Value>(initial: Value): Store<Value, Value, never> {
	return new Store<Value, Value, never>(
		initial,
		(_old, next) => [next],
		() => undefined,
	);
}

/** Returns the state of a store; the component is rendered again when it changes. */
export function useStore<State>(store: {get(): State; subscribe(listener: () => void): () => void}): State {
	return useSyncExternalStore(store.subscribe, store.get);
}
