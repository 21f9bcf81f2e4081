import {defaultRunFiles, queryText, type WarehouseId, warehouses} from '../../../sql/index.ts';
import type {QueryOptions} from '../../../sql/query-options.ts';
import type {RunFiles, Warehouse} from '../../../sql/warehouse.ts';
import {shellPath, shellWord} from '../../../text/shell-word.ts';
import type {DeliveredQuery, QueryContext} from './answers.ts';
import {saveQuery} from './save.ts';
import {optionTexts, queryTexts as texts} from './texts.ts';

/** Shows a query until the user has saved or copied it. Returns `undefined` if the user goes back. */
export async function deliverQuery(
	id: WarehouseId,
	options: QueryOptions,
	context: QueryContext,
): Promise<DeliveredQuery | undefined> {
	const {prompter, files, answers} = context;
	const warehouse: Warehouse = warehouses[id];
	const csv = await answers.csvName(defaultRunFiles.csv, files);
	const runFiles = (path: string): RunFiles => ({query: shellPath(path), csv: shellPath(csv)});
	for (;;) {
		const text = queryText(id, options, runFiles(answers.path ?? defaultRunFiles.query));
		const answer = await prompter.ask({
			prompt: optionTexts.prompt(warehouse.title),
			question: {kind: 'document', lines: text.trimEnd().split('\n')},
			keys: [
				...(prompter.canCopy ? [{keys: ['c'], action: 'copy', label: texts.copy, help: ''}] : []),
				{keys: ['enter', 's'], action: 'save', label: texts.save, shown: 'Enter', help: ''},
			],
		});
		if (answer.kind !== 'key') return undefined;
		const made = {warehouse: id, csv, client: warehouse.client};
		if (answer.action === 'copy') {
			prompter.copy(text);
			return {...made, how: {kind: 'copied'}, commands: []};
		}

		const saved = await saveQuery(path => queryText(id, options, runFiles(path)), context);
		if (saved === undefined) continue;
		// Another terminal may be in another folder.
		const enter = `cd ${shellWord(files.resolve('.'))}`;
		return {
			...made,
			how: {kind: 'saved', saved},
			commands: [enter, ...warehouse.commands(runFiles(saved.path), options)],
		};
	}
}
