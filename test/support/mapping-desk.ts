import {stripVTControlCharacters} from 'node:util';
import type {MappingStore} from '../../source/app/screen.ts';
import {drawMapping} from '../../source/app/screens/mapping/draw.ts';
import {initialMapping} from '../../source/app/screens/mapping/initial.ts';
import {mappingReducer} from '../../source/app/screens/mapping/reducer.ts';
import type {MappingContext, MappingEffect, MappingState} from '../../source/app/screens/mapping/state.ts';
import type {Size} from '../../source/app/size.ts';
import {Store} from '../../source/app/store.ts';
import {type MappingSample, sampleOf} from '../../source/mapping/mapping-sample.ts';
import type {Recipe} from '../../source/mapping/recipe.ts';
import {recognize} from '../../source/session/recognize.ts';

/** Returns the sample of a CSV file with this text. */
export function sampleText(text: string): MappingSample {
	const bytes = Buffer.from(text);
	const {format} = recognize('file.csv', bytes, {});
	const detected = {format, isDelimiterSet: false, headerRow: undefined};
	const sample = sampleOf({bytes, encoding: undefined, isWhole: true}, detected);
	if (sample === undefined) throw new TypeError('the text is no CSV');
	return sample;
}

/** The mapping screen on the first rows of a file, without a terminal: keys in, state, effects and lines out. */
export class MappingDesk {
	readonly context: MappingContext = {file: 'file.csv', back: 'back'};
	readonly store: MappingStore;
	readonly effects: MappingEffect[] = [];
	readonly size: Size;

	constructor(text: string, recipe: Recipe = {}, size: Size = {columns: 80, rows: 24}) {
		this.size = size;
		this.store = new Store(
			initialMapping(recipe, sampleText(text)),
			(state, action) => mappingReducer(state, action, this.context),
			effect => this.effects.push(effect),
		);
		this.store.dispatch({type: 'opened'});
	}

	get state(): MappingState {
		return this.store.get();
	}

	/** Presses keys, each by its name. */
	press(...keys: readonly string[]): this {
		for (const key of keys) this.store.dispatch({type: 'key', key, size: this.size});
		return this;
	}

	type(text: string): this {
		return this.press(...text);
	}

	/** Returns all lines, and the key line as the last one. */
	lines(): readonly string[] {
		const {lines, keys} = drawMapping(this.state, this.context, this.size, (_style, text) => text);
		return [...lines, keys].map(line => stripVTControlCharacters(line).trimEnd());
	}

	/** Returns the line that is selected. */
	selected(): string {
		return this.lines().find(line => line.startsWith(' ▸')) ?? '';
	}

	/** Returns the recipe that the user has made, if the last effect ends the mapping. */
	result(): Recipe | undefined {
		const last = this.effects.at(-1);
		return last?.type === 'done' ? last.recipe : undefined;
	}

	/** Returns the recipe that is counted last. */
	counted(): Recipe | undefined {
		return this.effects.findLast(effect => effect.type === 'count')?.recipe;
	}
}
