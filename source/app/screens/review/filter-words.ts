import type {FilterError, FilterNames, FilterTerm, RowFilter} from '../../../session/rows/filter-language.ts';
import {nearest} from '../../../text/nearest.ts';

/** Returns what is wrong with a filter, and what to do. */
export function filterErrorText(fault: FilterError): string {
	switch (fault.kind) {
		case 'unknown-field':
			return `There is no field "${fault.name}". ${suggestion(fault) ?? 'To find it as text, put it in quotes.'}`;
		case 'unknown-problem':
			return `There is no problem "${fault.name}". ${suggestion(fault) ?? 'P lists the problems of this file.'}`;
		case 'invalid-pattern':
			return `The regular expression ${fault.pattern} is not valid: ${fault.reason}.`;
		case 'open-quote':
			return 'Close the quote: "';
		case 'empty-term':
			return 'Type what to look for.';
	}
}

function suggestion({name, known}: {readonly name: string; readonly known: readonly string[]}): string | undefined {
	const near = nearest(name, known);
	return near === undefined ? undefined : `Did you mean ${near}?`;
}

/** Returns what a filter asks for, in words. */
export function filterWords(filter: RowFilter, {labels}: {readonly labels: readonly string[]}): string {
	return filter.map(term => termWords(term, labels)).join(', and ');
}

function termWords({operand, comparison, isNegated}: FilterTerm, labels: readonly string[]): string {
	const not = isNegated ? ' not' : '';
	switch (operand.kind) {
		case 'any-cell': {
			const cell = isNegated ? 'no cell' : 'a cell';
			return comparison.kind === 'matches'
				? `${cell} matches ${comparison.pattern.source}`
				: `${cell} contains "${comparison.text}"`;
		}

		case 'problem': {
			if (comparison.kind === 'matches')
				return `${isNegated ? 'no' : 'a'} problem matches ${comparison.pattern.source}`;
			if (comparison.text === '') return isNegated ? 'there is a problem' : 'there is no problem';
			return isNegated ? `the problem ${comparison.text} is absent` : `there is the problem ${comparison.text}`;
		}

		case 'column': {
			const label = labels[operand.column]?.trim() ?? '';
			if (comparison.kind === 'matches')
				return `${label} ${isNegated ? 'does not match' : 'matches'} ${comparison.pattern.source}`;
			return comparison.text === '' ? `${label} is${not} empty` : `${label} is${not} "${comparison.text}"`;
		}
	}
}

/** The forms of a term, as the screen shows them. */
export const termForms = 'text   field=value   field=   field~regex   problem=code   "two words"';

/** Returns the names that a filter can use, in one line. */
export function fieldsText({fields}: FilterNames): string {
	return `Fields: ${fields.join(', ')}`;
}
