import {basename} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {errorLine, UserError} from '../../errors/user-error.ts';
import {withHeader} from '../../mapping/mapping-sample.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {MappableFile} from '../../session/mappable-file.ts';
import type {MappingStore} from '../screen.ts';
import {initialMapping} from '../screens/mapping/initial.ts';
import {mappingReducer} from '../screens/mapping/reducer.ts';
import type {MappingContext, MappingEffect} from '../screens/mapping/state.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';

/** How long a change waits before the file is counted: several changes are often made at once. */
const settleMs = 60;

/** The least time between two redraws while the file is counted, in milliseconds. */
const minIntervalMs = 100;

export type MappingAnswer =
	| {readonly kind: 'mapped'; readonly recipe: Recipe}
	| {readonly kind: 'back'}
	| {readonly kind: 'quit'};

/** Shows the mapping of a file with a recipe until the user has changed it or leaves; `back` is the label of the way back. @throws AppClosed */
export async function mapColumns(
	file: MappableFile,
	{recipe, back}: {readonly recipe: Recipe; readonly back: string},
	stage: Stage,
): Promise<MappingAnswer> {
	const context: MappingContext = {file: basename(file.path), back};
	const {promise, resolve, reject} = Promise.withResolvers<MappingAnswer>();
	let {sample} = file;
	let counting = new AbortController();
	let counted = Promise.resolve();
	const perform = (effect: MappingEffect) => {
		switch (effect.type) {
			case 'count':
				counting.abort();
				counting = new AbortController();
				counted = countInBackground(file, effect.recipe, store, {signal: counting.signal, after: counted}).catch(
					reject,
				);
				break;
			case 'stop-count':
				counting.abort();
				break;
			case 'read-header':
				sample = withHeader(sample, effect.headerRow, {isHeaderDetected: false});
				store.dispatch({type: 'sampled', sample});
				break;
			case 'done':
				resolve({kind: 'mapped', recipe: effect.recipe});
				break;
			case 'back':
			case 'quit':
				resolve({kind: effect.type});
				break;
			default:
				effect satisfies never;
		}
	};
	const store: MappingStore = new Store(
		initialMapping(recipe, sample),
		(state, action) => mappingReducer(state, action, context),
		perform,
	);
	store.dispatch({type: 'opened'});
	stage.show({name: 'mapping', store, context});
	try {
		return await stage.until(promise);
	} finally {
		counting.abort();
		await counted;
	}
}

/** Counts the file when the count before has stopped, and shows the result. */
async function countInBackground(
	{count}: MappableFile,
	recipe: Recipe,
	{dispatch}: MappingStore,
	{signal, after}: {readonly signal: AbortSignal; readonly after: Promise<void>},
): Promise<void> {
	let reportedAt = performance.now();
	const onProgress = (bytes: number, total: number) => {
		const now = performance.now();
		if (signal.aborted || now - reportedAt < minIntervalMs) return;
		reportedAt = now;
		dispatch({type: 'progress', part: bytes / total});
	};
	try {
		await setTimeout(settleMs, undefined, {signal});
		await after;
		signal.throwIfAborted();
		const counted = await count(recipe, signal, onProgress);
		if (!signal.aborted) dispatch({type: 'counted', counted});
	} catch (error) {
		if (signal.aborted) return;
		if (!(error instanceof UserError)) throw error;
		dispatch({type: 'count-failed', message: errorLine(error)});
	}
}
