import {changeFix} from './change-fix.ts';
import type {Fix} from './problem.ts';
import type {ProblemPage} from './problem-page.ts';
import {hasEscapedNewline, withNewlines} from './values/escaped-newline.ts';
import {withoutMojibake} from './values/mojibake.ts';

/** A rule about free text that kinds share. Each adds its fields, and the meaning and the example of the page. */
type TextRule = {
	readonly hasSafeFixes: false;
	isBroken(text: string): boolean;
	message(field: string): string;
	fixes(field: string, text: string): readonly Fix[];
	readonly page: Pick<ProblemPage, 'reason' | 'fixes'>;
};

/** Finds UTF-8 that was read in Windows-1252. */
export const mojibakeText: TextRule = {
	hasSafeFixes: false,
	isBroken: text => withoutMojibake(text) !== undefined,
	message: field => `${field} looks like UTF-8 that was read in Windows-1252. Repair it, or export the file again.`,
	fixes(field, text) {
		const repaired = withoutMojibake(text);
		return repaired === undefined ? [] : [changeFix(field, repaired, 'unsafe')];
	},
	page: {
		reason:
			'The page would show these letters. Usually a program before the export read the text in the wrong encoding.',
		fixes: [{kind: 'proposed', text: 'The text is repaired. Check that it reads as it should.'}],
	},
};

/** Finds line ends that are written as a backslash and `n`. */
export const escapedNewlineText: TextRule = {
	hasSafeFixes: false,
	isBroken: hasEscapedNewline,
	message: field => `${field} has a backslash and n where a line end is probably meant.`,
	fixes: (field, text) => [changeFix(field, withNewlines(text), 'unsafe', 'replace \\n with line ends')],
	page: {
		reason: 'The page would show the two characters. Usually a text was escaped twice.',
		fixes: [{kind: 'proposed', text: 'They become line ends. Check that the text has no such characters on purpose.'}],
	},
};
