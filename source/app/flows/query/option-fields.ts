import {isUsableName, splitNames} from '../../../sql/option-fault.ts';
import type {QueryOptions} from '../../../sql/query-options.ts';
import {describeDatabase, describeSchema} from '../../../sql/texts.ts';
import type {Warehouse} from '../../../sql/warehouse.ts';
import {optionTexts as texts} from './texts.ts';

/** An option of a query that is typed as a text. */
export type OptionField = {
	readonly id: keyof QueryOptions;
	label(warehouse: Warehouse): string;
	/** Returns the sentences above its field. */
	about(warehouse: Warehouse): readonly string[];
	/** Returns the value in a list. */
	summarize(options: QueryOptions, warehouse: Warehouse): string;
	isNeeded(warehouse: Warehouse): boolean;
	toText(options: QueryOptions): string;
	/** Returns the options with the typed value; `undefined` if a name cannot be used. */
	parse(text: string, options: QueryOptions): QueryOptions | undefined;
};

/** The options in the order of their list. */
export const optionFields: readonly OptionField[] = [
	{
		id: 'database',
		label: () => texts.database,
		about: warehouse => [`${describeDatabase(warehouse)}.`],
		summarize: ({database}, {databaseDefault}) => database ?? databaseDefault,
		isNeeded: () => true,
		...nameField('database'),
	},
	{
		id: 'region',
		label: () => texts.region,
		about: () => [texts.regionAbout],
		summarize: ({region}) => region ?? texts.regionDefault,
		isNeeded: ({hasRegion}) => hasRegion,
		...nameField('region'),
	},
	{
		id: 'schemas',
		label: ({schema}) => (schema === 'constant' ? texts.schema : texts.schemas),
		about: warehouse => [
			`${describeSchema(warehouse)}.`,
			...(warehouse.schema === 'constant' ? [] : [texts.severalNames]),
		],
		summarize: ({schemas}, {schemaDefault}) => listText(schemas) ?? schemaDefault,
		isNeeded: () => true,
		...namesField('schemas'),
	},
	{
		id: 'excludedSchemas',
		label: () => texts.excludedSchemas,
		about: () => [texts.excludedSchemasAbout, texts.severalNames],
		summarize: ({excludedSchemas}) => listText(excludedSchemas) ?? texts.nothingExcluded,
		isNeeded: ({schema}) => schema === 'filter',
		...namesField('excludedSchemas'),
	},
	{
		id: 'excludedColumns',
		label: () => texts.excludedColumns,
		about: () => [texts.excludedColumnsAbout, texts.severalNames],
		summarize: ({excludedColumns}) => listText(excludedColumns) ?? texts.nothingExcluded,
		isNeeded: () => true,
		...namesField('excludedColumns'),
	},
];

type ValueOfField = Pick<OptionField, 'toText' | 'parse'>;

function nameField(id: 'database' | 'region'): ValueOfField {
	return {
		toText: options => options[id] ?? '',
		parse(text, options) {
			const name = text.trim();
			if (name === '') return {...options, [id]: undefined};
			return isUsableName(name) ? {...options, [id]: name} : undefined;
		},
	};
}

function namesField(id: 'schemas' | 'excludedSchemas' | 'excludedColumns'): ValueOfField {
	return {
		toText: options => options[id].join(', '),
		parse(text, options) {
			const names = text.trim() === '' ? [] : splitNames(text);
			return names.every(isUsableName) ? {...options, [id]: names} : undefined;
		},
	};
}

function listText(names: readonly string[]): string | undefined {
	return names.length === 0 ? undefined : names.join(', ');
}
