import type {ListItem} from '../../components/list/state.ts';
import type {EnabledBinding} from '../../keys.ts';

/** A question, and the kind of its field. */
export type Question =
	/** One of a list. With `search`, letters search in it. */
	| {
			readonly kind: 'choice';
			readonly items: readonly ListItem[];
			readonly search: boolean;
			readonly selected?: string | undefined;
	  }
	| {readonly kind: 'several'; readonly items: readonly ListItem[]; readonly chosen: readonly string[]}
	| {readonly kind: 'text'; readonly value: string; readonly masked: boolean}
	/** A path. `item`, below the suggestions, is another answer. */
	| {
			readonly kind: 'path';
			readonly value: string;
			readonly candidates: readonly string[];
			readonly item?: ListItem | undefined;
	  }
	/** A text to read, with keys only. It takes the room of the lines and of the earlier answers. */
	| {readonly kind: 'document'; readonly lines: readonly string[]}
	/** Keys only. With `takesPaste`, a paste is the answer. */
	| {readonly kind: 'keys'; readonly takesPaste?: boolean}
	/** Work is in progress. */
	| {readonly kind: 'wait'};

/** A question with the texts around it. */
export type FormPage = {
	readonly title: string;
	/** Earlier answers. */
	readonly answered: ReadonlyArray<readonly [label: string, value: string]>;
	readonly prompt: string;
	/** Shown under the prompt. */
	readonly lines?: readonly string[];
	/** The error of the last answer. */
	readonly error?: string | undefined;
	readonly question: Question;
	/** Keys of this page only. */
	readonly keys?: readonly EnabledBinding[];
	/** The label of Esc; empty where a key of the page does the same. */
	readonly back: string;
	/** The label of Enter. */
	readonly enter?: string;
};
