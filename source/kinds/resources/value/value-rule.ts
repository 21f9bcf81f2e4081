import type {Fix} from '../../problem.ts';
import type {ProblemPage} from '../../problem-page.ts';
import type {ResourceCode} from '../codes.ts';
import type {Key} from '../field.ts';

/** A rule about a text that is not empty. Texts are trimmed; `raw` is the value in the file. */
export type ValueRule = {
	readonly code: ResourceCode;
	readonly keys: readonly Key[];
	/** True if a fix of the rule can be safe. */
	readonly hasSafeFixes: boolean;
	isBroken(text: string, raw: string): boolean;
	message(key: Key, text: string): string;
	fixes(key: Key, text: string): readonly Fix[];
	readonly page: ProblemPage;
};
