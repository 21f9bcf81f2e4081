import {countStale} from '../../../session/rows/count-stale.ts';
import {hasProblem} from '../../../session/rows/filter-language.ts';
import {allRows} from '../../../session/rows/row-list.ts';
import {scanRows} from '../../../session/rows/scan.ts';
import {search} from '../../../session/rows/search.ts';
import type {Session} from '../../../session/session.ts';
import type {RowChoice, ShownRows} from './shown.ts';
import type {ReviewAction, ReviewEffect} from './state.ts';

type Dispatch = (action: ReviewAction) => void;

/** The least time between two redraws while a filter or search runs, in milliseconds. */
const minIntervalMs = 80;

/** Scans the rows of a session in the background: one filter or search at a time, and one recount. */
export class RowWork {
	readonly #session: Session;
	readonly #signal: AbortSignal;
	#work = new AbortController();
	#recount = new AbortController();
	readonly #running = new Set<Promise<void>>();

	/** Aborting `signal` stops everything. */
	constructor(session: Session, signal: AbortSignal) {
		this.#session = session;
		this.#signal = signal;
	}

	/** Filters rows and dispatches matches as they are found. */
	filter(choice: RowChoice, dispatch: Dispatch): void {
		this.#start(dispatch, async signal => {
			const session = this.#session;
			const list = allRows(session.records);
			const filter = [...(choice.problemsOnly ? [hasProblem] : []), ...choice.filter];
			let found: number[] = [];
			let lastDispatch = 0;
			const range = {from: 0, to: list.length, order: 'forward'} as const;
			for await (const {rows, to} of scanRows(session, filter, list, range, signal)) {
				for (const row of rows) found.push(row);
				if (performance.now() - lastDispatch < minIntervalMs) continue;
				lastDispatch = performance.now();
				dispatch({type: 'rows-found', rows: found, part: to / list.length});
				found = [];
			}

			dispatch({type: 'rows-found', rows: found, part: 1});
			dispatch({type: 'filter-ended'});
		});
	}

	/** Finds the next match. */
	search({text, from, order, list}: Extract<ReviewEffect, {type: 'search'}>, dispatch: Dispatch): void {
		this.#start(dispatch, async signal => {
			let lastDispatch = performance.now();
			for await (const event of search(this.#session, text, {from, order, list}, signal)) {
				if (event.kind !== 'progress') return dispatch({type: 'search-ended', event});
				if (performance.now() - lastDispatch < minIntervalMs) continue;
				lastDispatch = performance.now();
				dispatch({type: 'search-progress', part: event.part});
			}
		});
	}

	/** Counts the rows shown that no longer match. */
	recount({choice, list, steps}: Extract<ShownRows, {kind: 'some'}>, dispatch: Dispatch): void {
		this.#recount.abort();
		this.#recount = new AbortController();
		const filter = [...(choice.problemsOnly ? [hasProblem] : []), ...choice.filter];
		this.#run(this.#recount, dispatch, async signal => {
			const stale = await countStale(this.#session, filter, {list, steps}, signal);
			dispatch({type: 'recounted', stale});
		});
	}

	/** Stops the running filter or search. */
	stop(): void {
		this.#work.abort();
	}

	/** Resolves when nothing runs any more. */
	async ended(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running);
	}

	#start(dispatch: Dispatch, work: (signal: AbortSignal) => Promise<void>): void {
		this.stop();
		this.#work = new AbortController();
		this.#run(this.#work, dispatch, work);
	}

	#run(stop: AbortController, dispatch: Dispatch, work: (signal: AbortSignal) => Promise<void>): void {
		const signal = AbortSignal.any([stop.signal, this.#signal]);
		const dispatchWhileActive: Dispatch = action => {
			if (!signal.aborted) dispatch(action);
		};
		const running = work(signal)
			.catch(error => dispatchWhileActive({type: 'work-failed', error}))
			.finally(() => this.#running.delete(running));
		this.#running.add(running);
	}
}
