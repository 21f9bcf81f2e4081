import {errorLine, hasCode, UserError} from '../../errors/user-error.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {FileServices, InspectedFile} from '../services/files.ts';
import type {Prompter} from './prompter.ts';
import type {DeliveredQuery, QueryAnswers} from './query/answers.ts';
import {makeQuery} from './query/make-query.ts';
import {waitTexts} from './query/texts.ts';
import {sharedTexts, pickFileTexts as texts} from './texts.ts';

export type PickFileOptions = {
	readonly value?: string;
	readonly lines: readonly string[];
	readonly back?: string;
	/** The answers about a query that makes the file. */
	readonly queryAnswers: QueryAnswers;
	/** A file that was chosen before, with the recipe that reads it. */
	readonly before?: {readonly path: string; readonly recipe: Recipe} | undefined;
	/** `query`: there is no file yet. */
	readonly first?: 'path' | 'query';
};

/** Below the suggestions: leads to a query that makes the file. */
const noFile = {id: 'no-file', label: texts.noFile, detail: texts.noFileDetail};

/** Asks for a file until one can be read. Returns `undefined` if the user goes back. */
export async function pickFile(
	prompter: Prompter,
	files: FileServices,
	{value = '', lines, back = 'back', queryAnswers, before, first = 'path'}: PickFileOptions,
): Promise<InspectedFile | undefined> {
	const context = {prompter, files, answers: queryAnswers};
	/** The query that makes the file. */
	let query = first === 'query' ? await makeQuery(context) : undefined;
	if (first === 'query' && query === undefined) return undefined;
	let text = query?.csv ?? value;
	let textBefore = value;
	let error: string | undefined;
	for (;;) {
		const candidates = text === '' ? files.recent() : await files.complete(text).catch(() => []);
		const answer = await prompter.ask({
			prompt: texts.prompt,
			lines: query === undefined ? lines : waitingLines(query, files),
			error,
			question: {kind: 'path', value: text, candidates, item: noFile},
			enter: texts.open,
			back: query === undefined ? back : 'back',
		});
		error = undefined;
		if (answer.kind === 'typed') {
			text = answer.text;
			const result = await readFile(text, {query, before}, prompter, files);
			if (typeof result === 'object') return result;
			error = result;
		} else if (answer.kind === 'picked') {
			text = answer.typed ?? text;
			if (query === undefined) textBefore = text;
			query = (await makeQuery(context)) ?? query;
			text = query?.csv ?? text;
		} else {
			if (query === undefined) return undefined;
			query = await makeQuery(context, query);
			if (query === undefined && first === 'query') return undefined;
			text = query?.csv ?? textBefore;
		}
	}
}

/** Reads the header of a file. Returns the error message if that failed, `undefined` if the user stopped it. */
async function readFile(
	text: string,
	{query, before}: Pick<PickFileOptions, 'before'> & {readonly query: DeliveredQuery | undefined},
	prompter: Prompter,
	files: FileServices,
): Promise<InspectedFile | string | undefined> {
	if (text.trim() === '') return texts.missing;
	try {
		const path = files.resolve(text);
		const recipe = before?.path === path ? before.recipe : undefined;
		const inspect = (signal: AbortSignal) => files.inspect(path, signal, recipe);
		const result = await prompter.wait(sharedTexts.readingFile, inspect, [path]);
		return result.kind === 'done' ? result.value : undefined;
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		if (text !== query?.csv) return errorLine(error);
		if (hasCode(error, ['no-such-file'])) return waitTexts.missing(text);
		return hasCode(error, ['empty-file']) ? waitTexts.empty(text) : errorLine(error);
	}
}

/** Returns the texts of the question while the user runs the query. */
function waitingLines({how, commands, csv}: DeliveredQuery, files: FileServices): readonly string[] {
	switch (how.kind) {
		case 'saved':
			return [waitTexts.saved(csv), ...commands.map(command => `  ${command}`)];
		case 'copied':
			return [waitTexts.copied, `  ${files.resolve(csv)}`];
	}
}
