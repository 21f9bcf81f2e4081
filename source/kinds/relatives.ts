/** Maximum number of characters of a name: a value can have millions. */
const longestName = 200;

/** Where a relative of a row is. */
export type RelativePlace =
	/** In a row of the same file, or of the other file of the upload. */
	| {readonly kind: 'row'; readonly file: RelativeFile; readonly row: number}
	/** In no row of the file that should have it. */
	| {readonly kind: 'missing'; readonly file: RelativeFile}
	/** In the other file of the upload, which was not compared with this one. */
	| {readonly kind: 'not-compared'}
	/** Outside of the files, where it belongs. */
	| {readonly kind: 'outside'};

export type RelativeFile = 'same' | 'other';

/** A resource that a row refers to, or that refers to the row. */
export type Relative = {
	/** Its title, otherwise its id; it can be cut. */
	readonly name: string;
	/** `table`, `external column`; empty if it is not known. */
	readonly type: string;
	readonly place: RelativePlace;
};

/** A number of relatives of one type. */
export type TypeCount = {readonly singular: string; readonly plural: string; readonly count: number};

/** The relatives of a row in one relation, for example its parents; at least one. */
export type Relatives = {
	/** `Parents` */
	readonly label: string;
	/** The name of the relative to go to: `parent`, `first child`. */
	readonly nearest: string;
	readonly relatives: readonly [Relative, ...Relative[]];
} & (
	| {
			/** Each relative leads to the next one, and the last one to the row, which is nearest to it. */
			readonly shape: 'path';
			/** `cycle` if the first relative is the row or occurs again, `cut` if others lead to it. */
			readonly start: 'whole' | 'cycle' | 'cut';
	  }
	| {
			/** The first relatives, in row order. */
			readonly shape: 'list';
			/** The numbers of all relatives; `least` if not all were counted. */
			readonly counts: readonly TypeCount[];
			readonly counted: 'all' | 'least';
	  }
);

/** Returns a text as the name of a relative. */
export function relativeName(text: string): string {
	return text.slice(0, longestName);
}
