import type {LineageGraph} from '../../../lineage/graph.ts';
import type {NodeNames, NodeReference} from '../../../lineage/named.ts';
import type {HelpState} from '../../components/help/page.ts';
import type {KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import type {Tree} from './tree.ts';

/** A tree, the index of its selected line, and that of the first line in view. */
export type TreeView = {readonly tree: Tree; readonly selected: number; readonly top: number};

export type ShownLineage = TreeView & {
	readonly graph: LineageGraph;
	/** The trees that the user came from, the latest last. */
	readonly former: readonly TreeView[];
	/** Shown above the keys until the next key. */
	readonly notice: string | undefined;
};

export type LineageState =
	/** `part` of the graph is built. */
	| {
			readonly name: 'building';
			readonly start: NodeReference;
			readonly part: number;
			readonly notice: string | undefined;
	  }
	| ({readonly name: 'tree'} & ShownLineage)
	| ({readonly name: 'help'; readonly help: HelpState} & ShownLineage);

export type LineageAction =
	| {readonly type: 'key'; readonly key: KeyName; readonly size: Size}
	| {readonly type: 'progress'; readonly part: number}
	| {readonly type: 'built'; readonly graph: LineageGraph};

export type LineageEffect =
	| {readonly type: 'close'}
	/** Closes the lineage, and goes to a row of the resources file. */
	| {readonly type: 'go-to-row'; readonly row: number};

export type LineageTransition = ReducerResult<LineageState, LineageEffect>;

/** The context of the screen beside its state. */
export type LineageContext = {
	readonly names: NodeNames;
	/** The name of the resources file, or the usual one if no such file is open. */
	readonly resources: {readonly name: string; readonly isOpen: boolean};
};

/** Returns the state before the graph is built. */
export function initialLineage(start: NodeReference): LineageState {
	return {name: 'building', start, part: 0, notice: undefined};
}
