import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import * as jsonLines from '../json-lines.ts';

export type Answer = jsonLines.Answer;
export const {answerOfSession} = jsonLines;

/** Returns the problems that the program finds in a resources file. */
export async function answerOf(path: string): Promise<Answer> {
	return jsonLines.answerOf(path, resources);
}

/** Runs the reference on many resources files. Returns `undefined` without a reference, or without Python. */
export async function askReference(paths: readonly string[]): Promise<readonly Answer[] | undefined> {
	const answers = await jsonLines.askReference(paths.map(path => ({resources: path, lineage: '-'})));
	return answers?.flatMap(({resources: answer}) => answer ?? []);
}
