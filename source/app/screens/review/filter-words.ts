import type {FilterError, FilterTerm, RowFilter} from '../../../session/rows/filter-language.ts';
import {nearest} from '../../../text/nearest.ts';
import {keyOf} from '../../keys.ts';
import {browseKeys} from './keys.ts';
import {filterErrorTexts as texts} from './texts.ts';

/** Returns the message for a filter that cannot be applied: the problem and a hint. */
export function filterErrorText(fault: FilterError): string {
	switch (fault.kind) {
		case 'unknown-field':
			return `${texts.unknownField(fault.name)} ${suggestion(fault) ?? texts.quoteField}`;
		case 'unknown-problem':
			return `${texts.unknownProblem(fault.name)} ${suggestion(fault) ?? texts.problemList(keyOf(browseKeys, 'kinds'))}`;
		case 'invalid-pattern':
			return texts.invalidPattern(fault.pattern, fault.reason);
		case 'open-quote':
			return texts.openQuote;
		case 'empty-term':
			return texts.emptyTerm;
	}
}

function suggestion({name, known}: {readonly name: string; readonly known: readonly string[]}): string | undefined {
	const near = nearest(name, known);
	return near === undefined ? undefined : texts.didYouMean(near);
}

/** Returns the meaning of a filter in words, such as `schema is "sales", and no cell contains "orders"`. */
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
