import {type WarehouseId, warehouses} from '../../../sql/index.ts';
import {optionFault} from '../../../sql/option-fault.ts';
import {defaultOptions, type QueryOptions} from '../../../sql/query-options.ts';
import type {Warehouse} from '../../../sql/warehouse.ts';
import type {QueryContext} from './answers.ts';
import {type OptionField, optionFields} from './option-fields.ts';
import {optionTexts as texts} from './texts.ts';

/** Asks for the options of a query, all of which can be skipped. Returns `undefined` if the user goes back. */
export async function askOptions(id: WarehouseId, context: QueryContext): Promise<QueryOptions | undefined> {
	const {prompter, answers} = context;
	const warehouse: Warehouse = warehouses[id];
	const fields = optionFields.filter(field => field.isNeeded(warehouse));
	let options = answers.optionsOf(id) ?? defaultOptions;
	let selected: string | undefined;
	for (;;) {
		const answer = await prompter.ask({
			prompt: texts.prompt(warehouse.title),
			lines: [texts.about, texts.caseWarning],
			question: {
				kind: 'choice',
				search: false,
				selected,
				items: [
					{id: 'show', label: texts.show, detail: texts.showDetail},
					...fields.map(field => ({
						id: field.id,
						label: field.label(warehouse),
						detail: field.summarize(options, warehouse),
					})),
					{id: 'case', label: texts.nameCase, detail: texts.nameCases[options.nameCase]},
				],
			},
			enter: texts.select,
		});
		if (answer.kind !== 'picked') return undefined;
		selected = answer.id;
		if (selected === 'show') return options;
		const field = fields.find(({id: other}) => other === selected);
		if (field === undefined) options = {...options, nameCase: options.nameCase === 'lower' ? 'as-is' : 'lower'};
		else options = (await askOption(field, options, warehouse, context)) ?? options;
		answers.setOptions(id, options);
	}
}

/** Asks for one option. Returns all options with it; `undefined` if the user goes back. */
async function askOption(
	field: OptionField,
	options: QueryOptions,
	warehouse: Warehouse,
	{prompter}: QueryContext,
): Promise<QueryOptions | undefined> {
	let value = field.toText(options);
	let error: string | undefined;
	for (;;) {
		const answer = await prompter.ask({
			prompt: field.label(warehouse),
			lines: [...field.about(warehouse), texts.empty],
			error,
			question: {kind: 'text', value, masked: false},
		});
		if (answer.kind !== 'typed') return undefined;
		value = answer.text;
		const changed = field.parse(value, options);
		if (changed === undefined) error = texts.unusable;
		else if (optionFault(warehouse, changed) === undefined) return changed;
		else error = texts.oneName;
	}
}
