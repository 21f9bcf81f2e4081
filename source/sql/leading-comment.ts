import type {QueryOptions} from './query-options.ts';
import {commentTexts, describeTried} from './texts.ts';
import type {RunFiles, Warehouse} from './warehouse.ts';

/** Returns the comment before a query: how it was tried, how to run it, and what to know. */
export function leadingComment(warehouse: Warehouse, options: QueryOptions, files: RunFiles): string {
	const {title, tried, client, notes, commands} = warehouse;
	const [first = '', ...rest] = describeTried(tried);
	const lines = [
		commentTexts.title(title, first.toUpperCase() + rest.join('')),
		commentTexts.run(client),
		...commands(files, options).map(command => `  ${command}`),
		...notes,
		commentTexts.nameCase[options.nameCase],
		commentTexts.caseWarning,
	];
	return lines.map(line => `-- ${line}\n`).join('');
}
