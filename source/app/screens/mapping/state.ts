import type {Field} from '../../../kinds/warehouse/field.ts';
import type {Choice} from '../../../mapping/draft/choices.ts';
import type {Suggested} from '../../../mapping/draft/suggestions.ts';
import type {MappingSample} from '../../../mapping/mapping-sample.ts';
import type {Obstacle} from '../../../mapping/obstacles.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import type {MappedCounts} from '../../../session/mappable-file.ts';
import type {HelpState} from '../../components/help/page.ts';
import type {LineState} from '../../components/line-editor/state.ts';
import type {ListState} from '../../components/list/state.ts';
import type {KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';

export type MappingMode =
	| {readonly name: 'fields'}
	/** Lists the sources of a field; the list has one item for each choice. `next` is the line after a choice: the same, or that of the next field that needs a source. */
	| {
			readonly name: 'columns';
			readonly field: Field;
			readonly choices: readonly Choice[];
			readonly list: ListState;
			readonly next: 'same' | 'missing';
	  }
	/** A value for every row is typed. */
	| {readonly name: 'constant'; readonly field: Field; readonly line: LineState; readonly error?: string}
	/** Lists the rows that can be the header. */
	| {readonly name: 'header'; readonly list: ListState}
	| {readonly name: 'help'; readonly help: HelpState};

/** The rows and problems of the file with the mapping, as far as they are counted. */
export type MappingCount =
	/** Rows are not counted before columns have names. */
	| {readonly kind: 'waiting'; readonly field: Field}
	| {readonly kind: 'counting'; readonly part: number}
	| {readonly kind: 'counted'; readonly counted: MappedCounts}
	| {readonly kind: 'failed'; readonly message: string};

export type MappingState = Suggested & {
	readonly sample: MappingSample;
	/** Why no mapping makes a right file, or why this one may be wrong. */
	readonly obstacle: Obstacle | undefined;
	/** The index of the selected item, and that of the first item in view. */
	readonly selected: number;
	readonly top: number;
	readonly mode: MappingMode;
	/** Shown above the keys until the next key. */
	readonly notice: string | undefined;
	readonly count: MappingCount;
	/** The mapping before the first change. */
	readonly opened: Suggested;
};

export type MappingAction =
	| {readonly type: 'opened'}
	| {readonly type: 'key'; readonly key: KeyName; readonly size: Size}
	| {readonly type: 'paste'; readonly text: string}
	/** The labels were read from another row. */
	| {readonly type: 'sampled'; readonly sample: MappingSample}
	| {readonly type: 'progress'; readonly part: number}
	| {readonly type: 'counted'; readonly counted: MappedCounts}
	| {readonly type: 'count-failed'; readonly message: string};

export type MappingEffect =
	/** Counts the file with a recipe; a count that runs is stopped. */
	| {readonly type: 'count'; readonly recipe: Recipe}
	| {readonly type: 'stop-count'}
	| {readonly type: 'read-header'; readonly headerRow: number}
	| {readonly type: 'done'; readonly recipe: Recipe}
	| {readonly type: 'back'}
	| {readonly type: 'quit'};

export type MappingTransition = ReducerResult<MappingState, MappingEffect>;

/** The context of the screen beside its state. */
export type MappingContext = {
	/** The name of the file. */
	readonly file: string;
	/** The label of the key that leaves the screen without a change. */
	readonly back: string;
};
