import type {Fix} from '../../problem.ts';
import type {ProblemPage} from '../../problem-page.ts';
import type {EdgeCode} from '../codes.ts';
import type {EdgeView} from '../edge-view.ts';

/** The facts of other rows and of the resources file that messages and fixes need. */
export type EdgeContext = {
	/** The first row with the same edge; 0 if it is not known. */
	readonly earlier: number;
	/** Returns the id of the resources file that is most likely meant by an unknown one. */
	similar(id: string): string | undefined;
};

/** The place of a problem in its line: the column of the value, and its field. */
export type Place = {readonly column: number; readonly field: string};

/** The texts and the fixes of a rule about edges. A problem of the whole edge has no place. */
export type EdgeRule = {
	readonly code: EdgeCode;
	/** True if a fix of the rule can be safe. */
	readonly hasSafeFixes: boolean;
	message(edge: EdgeView, place: Place | undefined, context: EdgeContext): string;
	fixes(edge: EdgeView, place: Place | undefined, context: EdgeContext): readonly Fix[];
	readonly page: ProblemPage;
};
