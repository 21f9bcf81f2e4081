import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import type {LineageStore} from '../../source/app/screen.ts';
import {lineageContext} from '../../source/app/screens/lineage/context.ts';
import {drawLineage} from '../../source/app/screens/lineage/draw.ts';
import {lineageReducer} from '../../source/app/screens/lineage/reducer.ts';
import {
	initialLineage,
	type LineageContext,
	type LineageEffect,
	type LineageState,
} from '../../source/app/screens/lineage/state.ts';
import type {Size} from '../../source/app/size.ts';
import {Store} from '../../source/app/store.ts';
import {LineageGraph} from '../../source/lineage/graph.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {temporaryFolder} from './folder.ts';

/** Returns a line of a resources file. */
export function tableLine(id: string, title = id): string {
	return `${JSON.stringify({entity_type: 'table', databuilder_id: id, title, schema: 's', database: 'd'})}\n`;
}

/** Returns a line of a lineage file. An end is an id, or another identifier. */
export function edgeLine(from: string | object, to: string | object): string {
	const end = (id: string | object) => (typeof id === 'string' ? {type: 'internal_resource', databuilder_id: id} : id);
	return `${JSON.stringify({from_identifier: end(from), to_identifier: end(to)})}\n`;
}

/** Opens files with these contents, by their names, as one upload. */
export async function openFiles(t: TestContext, contents: Readonly<Record<string, string>>): Promise<Bundle> {
	const folder = await temporaryFolder(t);
	const paths = Object.keys(contents).map(name => join(folder, name));
	for (const [name, content] of Object.entries(contents)) await writeFile(join(folder, name), content);
	const [first = '', ...others] = paths;
	const bundle = await Bundle.open([first, ...others], new AbortController().signal);
	t.after(() => bundle.close());
	return bundle;
}

/** The lineage screen on open files, without a terminal: keys in, state and lines out. */
export class LineageDesk {
	readonly context: LineageContext;
	readonly store: LineageStore;
	readonly effects: LineageEffect[] = [];
	readonly #size: Size;

	/** Shows the lineage of a resource. */
	constructor(bundle: Bundle, id: string, size: Size = {columns: 80, rows: 24}) {
		const {edges} = bundle;
		if (edges === undefined) throw new TypeError('no file has edges');
		this.#size = size;
		this.context = lineageContext(bundle, edges);
		this.store = new Store(
			initialLineage({number: edges.endOfId(id), end: {kind: 'resource', id}}),
			(state, action) => lineageReducer(state, action, this.context),
			effect => this.effects.push(effect),
		);
		this.store.dispatch({type: 'built', graph: LineageGraph.of(edges)});
	}

	get state(): LineageState {
		return this.store.get();
	}

	/** Presses keys, each by its name. */
	press(...keys: readonly string[]): this {
		for (const key of keys) this.store.dispatch({type: 'key', key, size: this.#size});
		return this;
	}

	/** Returns all lines, and the key line as the last one. */
	lines(): readonly string[] {
		const {lines, keys} = drawLineage(this.state, this.context, this.#size, (_style, text) => text);
		return [...lines, keys].map(line => stripVTControlCharacters(line).trimEnd());
	}

	/** Returns the lines between title and details. */
	tree(): readonly string[] {
		const lines = this.lines().slice(1);
		return lines.slice(
			0,
			lines.findIndex(line => line.startsWith('──')),
		);
	}

	/** Returns the line that is selected. */
	selected(): string {
		return (
			this.tree()
				.find(line => line.startsWith(' ▸'))
				?.slice(3) ?? ''
		);
	}
}
