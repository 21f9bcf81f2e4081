import {withoutHashCommands} from '../text/log-lines.ts';
import {unprintable} from '../text/visible.ts';
import {isWildcard, type QueryOptions} from './query-options.ts';
import type {Warehouse} from './warehouse.ts';

/** Why an option cannot be used with a warehouse. */
export type OptionFault = {
	readonly option: '--database' | '--region' | '--schema' | '--exclude-schema';
	readonly reason: 'no-schemas' | 'no-region' | 'not-one-name';
};

/** Returns why the options cannot be used with a warehouse; `undefined` if they can. */
export function optionFault(warehouse: Warehouse, options: QueryOptions): OptionFault | undefined {
	const {database, region, schemas, excludedSchemas} = options;

	if (region !== undefined && !warehouse.hasRegion) return {option: '--region', reason: 'no-region'};
	if (warehouse.schema === 'constant' && excludedSchemas.length > 0)
		return {option: '--exclude-schema', reason: 'no-schemas'};
	if (warehouse.schema === 'constant' && (schemas.length > 1 || schemas.some(isWildcard)))
		return {option: '--schema', reason: 'not-one-name'};
	if (warehouse.database !== 'filter' && database !== undefined && isWildcard(database))
		return {option: '--database', reason: 'not-one-name'};
	return undefined;
}

/** Splits names that are separated by commas. */
export function splitNames(text: string): readonly string[] {
	return text.split(',').map(name => name.trim());
}

/** True if a text can be a name or a pattern in a query: it is not empty, and every line of the query stays as it is. */
export function isUsableName(text: string): boolean {
	return text !== '' && !unprintable.test(text) && withoutHashCommands(text) === text;
}
