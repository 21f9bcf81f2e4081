import type {RecordFormat} from '../../records/record-format.ts';
import type {Session} from '../session.ts';
import {type BytePattern, bytePattern} from './byte-pattern.ts';
import {escapePattern, isCaseSensitive} from './case-variants.ts';
import type {Comparison, FilterTerm, RowFilter} from './filter-language.ts';

/** The cells of one record, decoded on demand. */
export type RecordCells = {readonly readableCount: number; value(column: number): string};

/** The number of characters of a value that a regular expression sees. */
const matchedCharacters = 4096;

/** A filter term, compiled for many rows. */
export type RowTest = {
	readonly isNegated: boolean;
	/** True if the test reads cells and not only findings. */
	readonly readsCells: boolean;
	/** Finds records that may match; absent if every record must be decoded. */
	readonly bytes?: BytePattern | undefined;
	/** True if a row matches, without the negation. */
	holds(row: number, cells: () => RecordCells): boolean;
};

/** Returns the tests of a filter, the fastest first. */
export function rowTests(session: Session, filter: RowFilter): readonly RowTest[] {
	return filter.map(term => rowTest(session, term)).sort((one, other) => effort(one) - effort(other));
}

function effort({readsCells, bytes}: RowTest): number {
	if (!readsCells) return 0;
	return bytes === undefined ? 2 : 1;
}

function rowTest({findings, records: {format}}: Session, {isNegated, operand, comparison}: FilterTerm): RowTest {
	const test = valueTest(comparison);
	switch (operand.kind) {
		case 'problem': {
			if (comparison.kind === 'equals' && comparison.text === '')
				return {isNegated, readsCells: false, holds: row => !findings.has(row)};
			return {isNegated, readsCells: false, holds: row => findings.at(row).some(({code}) => test(code))};
		}

		case 'column': {
			const {column} = operand;
			return {
				isNegated,
				readsCells: true,
				bytes: bytesOf(comparison, format),
				holds: (_row, cells) => test(cells().value(column)),
			};
		}

		case 'any-cell':
			return {
				isNegated,
				readsCells: true,
				bytes: bytesOf(comparison, format),
				holds: (_row, cells) => anyValue(cells(), test),
			};
	}
}

function anyValue(cells: RecordCells, test: (value: string) => boolean): boolean {
	for (let column = 0; column < cells.readableCount; column++) if (test(cells.value(column))) return true;
	return false;
}

function bytesOf(comparison: Comparison, format: RecordFormat): BytePattern | undefined {
	return comparison.kind === 'matches' || comparison.text === '' ? undefined : bytePattern(comparison.text, format);
}

function valueTest(comparison: Comparison): (value: string) => boolean {
	switch (comparison.kind) {
		case 'matches': {
			const {pattern} = comparison;
			return value => pattern.test(value.length > matchedCharacters ? value.slice(0, matchedCharacters) : value);
		}

		case 'equals': {
			const {text} = comparison;
			if (text === '' || isCaseSensitive(text)) return value => value.trim() === text;
			const pattern = new RegExp(`^\\s*${escapePattern(text)}\\s*$`, 'iu');
			return value => pattern.test(value);
		}

		case 'contains': {
			const {text} = comparison;
			if (isCaseSensitive(text)) return value => value.includes(text);
			const pattern = new RegExp(escapePattern(text), 'iu');
			return value => pattern.test(value);
		}
	}
}

/** True if a filter has a regular expression, which can take unlimited time. */
export function hasPattern(filter: RowFilter): boolean {
	return filter.some(({comparison}) => comparison.kind === 'matches');
}
