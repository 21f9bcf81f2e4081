import {InvalidArgumentError} from 'commander';
import {isWarehouseId, type WarehouseId, warehouseIds} from '../../sql/index.ts';
import {isUsableName, splitNames} from '../../sql/option-fault.ts';
import {nearest} from '../../text/nearest.ts';
import {visible} from '../../text/visible.ts';

/** Parses the name of a warehouse. */
export function warehouseArgument(text: string): WarehouseId {
	if (isWarehouseId(text)) return text;
	const near = nearest(text, warehouseIds);
	throw new InvalidArgumentError(
		`Unknown warehouse "${visible(text)}". ${near === undefined ? `Choose one of: ${warehouseIds.join(', ')}.` : `Did you mean ${near}?`}`,
	);
}

/** Parses a name that becomes part of a query. */
export function nameOption(text: string): string {
	if (!isUsableName(text)) throw new InvalidArgumentError('Give a name without control and invisible characters.');
	return text;
}

/** Parses names or patterns that are separated by commas; the option is repeatable. */
export function namesOption(text: string, before: readonly string[] = []): readonly string[] {
	return [...before, ...splitNames(text).map(nameOption)];
}
