import type {TestContext} from 'node:test';
import type {ReviewStore} from '../../source/app/screen.ts';
import {drawDetail} from '../../source/app/screens/review/draw-detail.ts';
import {drawGrid} from '../../source/app/screens/review/draw-grid.ts';
import {drawOverlay} from '../../source/app/screens/review/draw-overlay.ts';
import {drawTitle} from '../../source/app/screens/review/draw-title.ts';
import {performReview} from '../../source/app/screens/review/perform.ts';
import {openedState, reviewReducer} from '../../source/app/screens/review/reducer.ts';
import {RowWork} from '../../source/app/screens/review/row-work.ts';
import type {FixedCopy, ReviewContext, ReviewEffect, ReviewState} from '../../source/app/screens/review/state.ts';
import {Store} from '../../source/app/store.ts';
import type {Session} from '../../source/session/session.ts';
import {openText} from './session.ts';

/** The review screen on a real session, without a terminal: keys in, state and lines out. */
export class ReviewDesk {
	readonly session: Session;
	readonly context: ReviewContext;
	readonly store: ReviewStore;
	/** The effects that are for the app, and not for the session. */
	readonly asked: string[] = [];
	copy: FixedCopy = 'none';
	readonly #left = new AbortController();
	readonly rows: RowWork;

	constructor(session: Session, size = {columns: 80, rows: 24}, others: readonly Session[] = []) {
		this.session = session;
		this.context = {session, others};
		this.rows = new RowWork(session, this.#left.signal);
		this.store = new Store(
			openedState(this.context, size),
			(state, action) => reviewReducer(state, action, this.context),
			(effect: ReviewEffect, dispatch) =>
				performReview(
					effect,
					this.context,
					{
						rows: this.rows,
						lookUpCopy: async () => {
							this.asked.push('look-up-copy');
							return this.copy;
						},
						save: async target => {
							this.asked.push(`save ${target}`);
							return {
								path: 'saved.csv',
								durability: {kind: 'durable'},
								notKept: [],
								leftover: undefined,
								sourceChange: 'none',
							};
						},
						saveAs: async () => {
							this.asked.push('save-as');
							return undefined;
						},
						upload: () => void this.asked.push('upload'),
						showOther: action =>
							void this.asked.push(action?.type === 'show-row' ? `show-other row ${action.row}` : 'show-other'),
						showLineage: ({number, end}) =>
							void this.asked.push(`show-lineage ${number}: ${end.kind === 'resource' ? end.id : end.kind}`),
						mapColumns: () => void this.asked.push('map-columns'),
						leave: ({kind}, edits) => void this.asked.push(`leave ${kind}: ${edits}`),
					},
					dispatch,
				),
		);
	}

	get state(): ReviewState {
		return this.store.get();
	}

	/** Waits until no filter or search goes on. */
	async idle(): Promise<this> {
		await this.rows.ended();
		return this;
	}

	/** Stops a filter or a search that goes on. */
	async leave(): Promise<void> {
		this.#left.abort();
		await this.rows.ended();
	}

	/** The first line, and the lines of the grid under its header. */
	title(): string {
		return drawTitle(this.state, this.context, plain);
	}

	grid(): readonly string[] {
		return drawGrid(this.state, this.context, plain);
	}

	/** The rows in the grid, from the top. */
	rowsInView(): readonly number[] {
		return this.grid()
			.slice(1)
			.flatMap(line => Number(/^. +(\d+) /.exec(line)?.[1] ?? Number.NaN))
			.filter(row => !Number.isNaN(row));
	}

	/** Presses keys, each by its name. */
	press(...keys: readonly string[]): this {
		for (const key of keys) this.store.dispatch({type: 'key', key});
		return this;
	}

	type(text: string): this {
		return this.press(...text);
	}

	paste(text: string): this {
		this.store.dispatch({type: 'paste', text});
		return this;
	}

	/** The part below the grid: the detail pane, or the overlay that has the keyboard. */
	below(): readonly string[] {
		return drawOverlay(this.state, this.context, plain)?.lines ?? drawDetail(this.state, this.context, plain);
	}
}

const plain = (_look: string, text: string): string => text;

/** Opens a file with this text on a desk. */
export async function reviewDesk(
	t: TestContext,
	text: string,
	size?: {columns: number; rows: number},
): Promise<ReviewDesk> {
	return new ReviewDesk(await openText(t, text), size);
}
